import fc from 'fast-check';
import { Choice } from '../support/choice.ts';
import { randomRows } from './random-dataset.ts';
import { smallerDataset } from './smaller-dataset.ts';

export type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;

/** Rows by table, with the sort keys of their texts. */
export type Dataset = Readonly<Record<string, readonly Row[]>>;

/** Few rows, full of nulls, equal keys and empty lists, which the database accepts. They shrink by losing rows. */
export const randomDataset: fc.Arbitrary<Dataset> = new (class extends fc.Arbitrary<Dataset> {
  generate(random: fc.Random): fc.Value<Dataset> {
    return new fc.Value(printable(randomRows(new Choice(random))), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Dataset {
    return typeof value === 'object' && value !== null && 'Actor' in value;
  }

  shrink(dataset: Dataset): fc.Stream<fc.Value<Dataset>> {
    return fc.stream(smallerDataset(dataset)).map((smaller) => new fc.Value(printable(smaller), undefined));
  }
})();

/** A dataset that fast-check prints row by row, without nulls and sort keys. */
function printable(dataset: Dataset): Dataset {
  const text = () => {
    const lines = Object.entries(dataset)
      .filter(([table]) => !['ClaimKey', 'ActorSlug', 'ArticlePublisher', 'ActorOrganisation'].includes(table))
      .flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row, shown)}`));
    return `\n${lines.join('\n') || 'no rows'}\n`;
  };
  return Object.defineProperty({ ...dataset }, fc.toStringMethod, { value: text, enumerable: false });
}

/** The value to print; undefined leaves it out. */
function shown(key: string, value: unknown): unknown {
  return value === null || (key !== 'sortKey' && key.endsWith('Key')) || /sha256$/i.test(key) ? undefined : value;
}
