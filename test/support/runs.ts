/** The number of random cases that a test tries: `usual` in an ordinary run, `deep` in `npm run test:deep`. */
export function runs(usual: number, deep: number): number {
  return process.env.ONRECORD_DEEP ? deep : usual;
}

/** A timeout in milliseconds for tests of random cases: deep runs and shrinking take long. */
export const HOUR = 3_600_000;
