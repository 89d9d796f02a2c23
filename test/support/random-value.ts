import type fc from 'fast-check';
import { z } from 'zod';
import { aliases, type EnumValue, type When } from '../../src/import/shape.ts';
import { type EnumName, enums } from '../../src/model/model.ts';
import { Choice } from './choice.ts';
import { hardName, hardText } from './hard-text.ts';

/** An entry of a file, or a part of one. */
export type Entry = Readonly<Record<string, unknown>>;

/** Values to choose from, by the name of the field: slugs that exist, and texts of a special form. */
export type Candidates = Readonly<Record<string, readonly unknown[]>>;

interface Options {
  readonly given?: Entry | undefined;
  readonly field?: string;
}

/** Random values for the files of a dataset. */
export class RandomValues extends Choice {
  readonly #random: fc.Random;

  constructor(random: fc.Random) {
    super(random);
    this.#random = random;
  }

  maybe<T>(make: () => T): T | undefined {
    return this.chance(50) ? make() : undefined;
  }

  /** Some of the values, each in half of the cases; undefined instead of an empty list. */
  subset<T>(values: readonly T[]): T[] | undefined {
    const chosen = values.filter(() => this.chance(50));
    return chosen.length > 0 ? chosen : undefined;
  }

  of<E extends EnumName>(name: E): EnumValue<E> {
    return this.pick(Object.keys(enums[name].values)) as EnumValue<E>;
  }

  text(): string {
    return hardText.generate(this.#random, undefined).value;
  }

  name(): string {
    return hardName.generate(this.#random, undefined).value;
  }

  /**
   * A random value of a shape: an object has all required fields, and each optional one in half of the cases. `given`
   * holds values for fields of an object, also undefined ones. `field` is the name of the field that has the value.
   */
  value(shape: z.ZodType, candidates: Candidates, { given = {}, field = '' }: Options = {}): unknown {
    const inner = shape instanceof z.ZodOptional ? (shape.unwrap() as z.ZodType) : shape;
    const known = candidates[field];
    if (known && inner instanceof z.ZodArray) return this.subset(known);
    if (inner !== shape && known?.length === 0) return undefined;
    if (inner !== shape) return this.maybe(() => this.value(inner, candidates, { field }));
    if (known) return this.pick(known);
    if (shape instanceof z.ZodObject && 'earliest' in shape.shape) return this.when();
    if (shape === aliases) return this.aliases();
    if (shape instanceof z.ZodObject) return this.#object(shape, candidates, given);
    if (shape instanceof z.ZodEnum) return this.pick(shape.options);
    if (shape instanceof z.ZodBoolean) return this.chance(50);
    if (shape instanceof z.ZodNumber) return this.int(1, 30);
    const longest = lengthOf(shape);
    if (longest === 'any') return this.text();
    if (longest === 'short') return this.name();
    throw new Error(`no random value for "${field}": add it to REFERENCES or TEXTS in test/support/random-article.ts`);
  }

  #object(shape: z.ZodObject, candidates: Candidates, given: Entry): Entry {
    const fields = Object.entries(shape.shape as Readonly<Record<string, z.ZodType>>);
    return Object.fromEntries(
      fields.map(([field, of]) => [field, field in given ? given[field] : this.value(of, candidates, { field })]),
    );
  }

  when(): When {
    const [time, text] = [this.maybe(() => this.text()), this.maybe(() => this.text())];
    const days = this.pick([
      { date: '2031-03-04' },
      { earliest: '2031-03-04', latest: '2031-03-05' },
      { earliest: '2031-03-04', latest: '2031-03-04' },
      { earliest: '2031-03-04' },
      { latest: '0999-12-31' },
      text === undefined ? { date: '9999-12-31' } : {},
    ]);
    return { ...days, time, text, basis: this.of('Basis') };
  }

  aliases(): z.output<typeof aliases> {
    const texts = new Set([this.name(), this.name()].slice(this.int(0, 1)));
    return [...texts].map((text) => ({ text, kind: this.of('AliasKind') }));
  }
}

/** How long a text the shape accepts; null if it does not accept every text. */
function lengthOf(shape: z.ZodType): 'any' | 'short' | null {
  const known = lengths.get(shape);
  if (known !== undefined) return known;
  const accepts = (value: string) => shape.safeParse(value).success;
  const length = accepts('Any text. '.repeat(100)) ? 'any' : accepts('Any text.') ? 'short' : null;
  lengths.set(shape, length);
  return length;
}

const lengths = new WeakMap<z.ZodType, 'any' | 'short' | null>();
