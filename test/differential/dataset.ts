import fc from 'fast-check';
import { Choice } from '../support/choice.ts';
import { randomRows } from './random-row.ts';
import { smallerDataset } from './smaller-dataset.ts';

export type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;

/** Rows by table; texts have their sort keys beside them, as the database holds them. */
export type Dataset = Readonly<Record<string, readonly Row[]>>;

/** Small knowledge bases, full of nulls, equal keys and empty lists, that keep the rules of the database. They shrink by losing rows. */
export const randomDataset: fc.Arbitrary<Dataset> = new (class extends fc.Arbitrary<Dataset> {
  generate(random: fc.Random): fc.Value<Dataset> {
    return new fc.Value(printed(randomRows(new Choice(random))), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Dataset {
    return typeof value === 'object' && value !== null && 'Actor' in value;
  }

  shrink(knowledge: Dataset): fc.Stream<fc.Value<Dataset>> {
    return fc.stream(smallerDataset(knowledge)).map((smaller) => new fc.Value(printed(smaller), undefined));
  }
})();

/** Dataset that fast-check prints row by row, without nulls and sort keys. */
function printed(knowledge: Dataset): Dataset {
  const text = () => {
    const lines = Object.entries(knowledge)
      .filter(([table]) => !['ClaimKey', 'ActorSlug', 'ArticlePublisher', 'ActorOrganisation'].includes(table))
      .flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row, telling)}`));
    return `\n${lines.join('\n') || 'no rows'}\n`;
  };
  return Object.defineProperty({ ...knowledge }, fc.toStringMethod, { value: text, enumerable: false });
}

function telling(key: string, value: unknown): unknown {
  return value === null || (key !== 'sortKey' && key.endsWith('Key')) || /sha256$/i.test(key) ? undefined : value;
}
