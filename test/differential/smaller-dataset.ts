import { models } from '../../src/model/model.ts';
import type { Dataset, Row } from './dataset.ts';
import { withDerivedRows } from './derived-row.ts';

const EXACTLY_ONE = [
  'actorId',
  'proposalId',
  'outletId',
  'contributorId',
  'aboutActorId',
  'aboutProposalId',
  'aboutEventId',
];

/** Tables whose rows follow from others. */
const DERIVED = ['ArticlePublisher', 'ActorOrganisation', 'DisagreementArticle', 'Origin'];

/** The dataset without one row and everything that depends on it, for each row; then without one optional reference. */
export function* smallerDataset(dataset: Dataset): Generator<Dataset> {
  const tables = Object.values(models).filter(({ table, supertype }) => !supertype && !DERIVED.includes(table));
  for (const { table } of tables.filter(({ columns }) => 'id' in columns)) {
    for (const row of dataset[table] ?? []) yield without(dataset, [String(row.id)]);
  }
  for (const { table } of tables.filter(({ name, link }) => link || name === 'ArticleText')) {
    for (const row of dataset[table] ?? []) {
      yield withDerivedRows({ ...dataset, [table]: dataset[table]?.filter((other) => other !== row) ?? [] });
    }
  }
  for (const { table, relations, columns } of Object.values(models)) {
    const optional = Object.values(relations).flatMap(({ from, many }) =>
      columns[from]?.nullable && !many ? [from] : [],
    );
    for (const column of optional.filter((from) => from !== 'id' && !EXACTLY_ONE.includes(from))) {
      for (const row of dataset[table] ?? []) {
        if (row[column] === null) continue;
        const rows = dataset[table]?.map((other) => (other === row ? { ...row, [column]: null } : other)) ?? [];
        yield derived({ ...dataset, [table]: rows });
      }
    }
  }
}

/** The dataset without the rows that have these ids, and without all rows that refer to a removed row. */
export function without(dataset: Dataset, ids: readonly string[]): Dataset {
  const gone = new Set(ids);
  let left = dataset;
  for (;;) {
    const before = gone.size;
    left = Object.fromEntries(
      Object.entries(left).map(([table, rows]) => {
        const kept = rows.filter((row) => !references(row).some((id) => gone.has(id)));
        for (const row of rows) if (!kept.includes(row) && typeof row.id === 'string') gone.add(row.id);
        return [table, kept];
      }),
    );
    if (gone.size === before) break;
  }
  return derived(left);
}

/** Replaces the rows that follow from others, and removes texts that belong to no article. */
function derived(dataset: Dataset): Dataset {
  const articles = new Set(dataset.Article?.map(({ id }) => id));
  const ArticleText = dataset.ArticleText?.filter(({ articleId }) => articles.has(articleId ?? null)) ?? [];
  return withDerivedRows({ ...dataset, ArticleText });
}

/** The ids in a row, including its own. */
function references(row: Row): readonly string[] {
  return Object.entries(row).flatMap(([column, value]) =>
    (column === 'id' || column.endsWith('Id')) && typeof value === 'string' ? [value] : [],
  );
}
