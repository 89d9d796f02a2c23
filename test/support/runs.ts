/** How many random cases a test tries: `usual` ones in each run, `deep` ones in `npm run test:deep`. */
export function runs(usual: number, deep: number): number {
  return process.env.ONRECORD_DEEP ? deep : usual;
}

/** Time for a test of random cases: each is short, but a deep run and a failing case that gets smaller take long. */
export const HOUR = 3_600_000;
