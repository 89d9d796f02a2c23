import { models } from '../../src/model/model.ts';
import type { Dataset, Row } from './dataset.ts';
import { organisations, publishers } from './random-assertion.ts';
import { soundDisagreements } from './random-disagreement.ts';

const EXACTLY_ONE = [
  'actorId',
  'proposalId',
  'outletId',
  'contributorId',
  'aboutActorId',
  'aboutProposalId',
  'aboutEventId',
];

/** Dataset that lacks one row and all that depends on it, for each row; then without one reference that may be null. */
export function* smallerDataset(knowledge: Dataset): Generator<Dataset> {
  for (const table of [
    'ArticleLink',
    'Article',
    'Actor',
    'Proposal',
    'Quote',
    'Event',
    'Outlet',
    'Assertion',
    'Wording',
    'WordingPart',
    'Mention',
    'Alias',
    'Disagreement',
  ]) {
    for (const row of knowledge[table] ?? []) yield without(knowledge, [String(row.id)]);
  }
  for (const table of [
    'ArticleText',
    'EventProposal',
    'QuoteAbout',
    'QuoteProposal',
    'QuoteDistinction',
    'AssertionProposal',
    'MentionPhotoCredit',
  ]) {
    for (const row of knowledge[table] ?? [])
      yield { ...knowledge, [table]: knowledge[table]?.filter((other) => other !== row) ?? [] };
  }
  for (const { table, relations, columns } of Object.values(models)) {
    const optional = Object.values(relations).flatMap(({ from, many }) =>
      columns[from]?.nullable && !many ? [from] : [],
    );
    for (const column of optional.filter((from) => from !== 'id' && !EXACTLY_ONE.includes(from))) {
      for (const row of knowledge[table] ?? []) {
        if (row[column] === null) continue;
        const rows = knowledge[table]?.map((other) => (other === row ? { ...row, [column]: null } : other)) ?? [];
        yield derived({ ...knowledge, [table]: rows });
      }
    }
  }
}

/** Dataset without the rows that have these ids, and without all rows that refer to one that is left out. */
export function without(knowledge: Dataset, ids: readonly string[]): Dataset {
  const gone = new Set(ids);
  let left = knowledge;
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

/** Dataset with what follows from its other rows. */
function derived(knowledge: Dataset): Dataset {
  const checksums = new Set(knowledge.Article?.map(({ textSha256 }) => textSha256));
  const ArticleText = knowledge.ArticleText?.filter(({ sha256 }) => checksums.has(sha256 ?? null)) ?? [];
  return {
    ...knowledge,
    ArticleText,
    ArticlePublisher: publishers(knowledge),
    ActorOrganisation: organisations(knowledge),
    ...soundDisagreements(knowledge),
  };
}

/** The ids that a row holds, its own among them. */
function references(row: Row): readonly string[] {
  return Object.entries(row).flatMap(([column, value]) =>
    (column === 'id' || column.endsWith('Id')) && typeof value === 'string' ? [value] : [],
  );
}
