/** How many random cases a test tries: `usual` ones in each run, `deep` ones in `npm run test:deep`. */
export function runs(usual: number, deep: number): number {
  return process.env.ONRECORD_DEEP ? deep : usual;
}
