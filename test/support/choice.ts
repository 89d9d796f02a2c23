import type fc from 'fast-check';

/** Named kinds of random choices. */
export class Choice {
  readonly #random: fc.Random;

  constructor(random: fc.Random) {
    this.#random = random;
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return this.#random.nextInt(least, most);
  }

  /** True in about `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.int(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** `count` different elements, or all if there are fewer, in random order. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    return Array.from({ length: Math.min(left.length, count) }, () =>
      left.splice(this.int(0, left.length - 1), 1),
    ).flat();
  }

  /** Between `least` and `most` values. */
  many<T>([least, most]: readonly [number, number], make: () => T): T[] {
    return Array.from({ length: this.int(least, most) }, make);
  }
}
