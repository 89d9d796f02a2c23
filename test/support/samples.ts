import fc from 'fast-check';

/** At most `most` random values, the same ones in each run. */
export function* samples<T>(arbitrary: fc.Arbitrary<T>, most: number): Generator<T> {
  for (let seed = 1; seed <= most; seed++) yield* fc.sample(arbitrary, { numRuns: 1, seed });
}
