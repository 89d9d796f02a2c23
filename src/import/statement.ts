import { type ModelName, models, subtypesOf } from '../model/model.ts';
import type { AnyRow, Row } from './row.ts';
import type { Rows } from './rows.ts';

/** What one article says on a point on which articles disagree: an assertion or a wording. */
export type Statement = Row<'Assertion'> | Row<'Wording'>;

/** The statements of a disagreement, ordered by article and position in the text. */
export function statementsOf(disagreementId: string, rows: Rows): readonly Statement[] {
  const assertions = rows.where('DisagreementAssertion', 'disagreementId', disagreementId);
  const wordings = rows.where('DisagreementWording', 'disagreementId', disagreementId);
  const statements = [
    ...assertions.map(({ assertionId }) => rows.get('Assertion', assertionId)),
    ...wordings.map(({ wordingId }) => rows.get('Wording', wordingId)),
  ];
  return statements.flatMap((statement) => statement ?? []).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}

/**
 * The ids of everything that the statements are about: what they refer to, what their quotes are about, what is mentioned
 * in their spans, and the organisations of unnamed sources among these.
 */
export function subjectsOf(statements: readonly Statement[], rows: Rows): ReadonlySet<string> {
  const ids = new Set<string | null>();
  for (const statement of statements) {
    for (const id of [...referred(statement, rows), ...quoted(statement.quoteId, rows), ...named(statement, rows)])
      ids.add(id);
  }
  for (const id of [...ids]) ids.add(rows.get('Source', id)?.memberOfId ?? null);
  ids.delete(null);
  return ids as ReadonlySet<string>;
}

function referred(statement: Statement, rows: Rows): readonly (string | null)[] {
  if (!('assertionType' in statement)) return ends('Wording', statement);
  const subtype = subtypesOf('Assertion').get(statement.assertionType)?.name ?? 'Assertion';
  const proposals = rows.where('AssertionProposal', 'assertionId', statement.id).map(({ proposalId }) => proposalId);
  return [...ends('Assertion', statement), ...ends(subtype, rows.get(subtype, statement.id) as AnyRow), ...proposals];
}

/** The ids in a row's foreign keys. */
function ends(model: ModelName, row: AnyRow): readonly (string | null)[] {
  const relations = Object.values(models[model].relations).filter(({ many }) => !many);
  return relations.map(({ from }) => row[from] as string | null);
}

function quoted(quoteId: string | null, rows: Rows): readonly (string | null)[] {
  const quote = rows.get('Quote', quoteId);
  if (!quote) return [];
  return [
    quote.eventId,
    ...rows.where('QuoteAbout', 'quoteId', quote.id).map(({ actorId }) => actorId),
    ...rows.where('QuoteProposal', 'quoteId', quote.id).map(({ proposalId }) => proposalId),
  ];
}

function named({ articleId, start, end }: Statement, rows: Rows): readonly (string | null)[] {
  const mentions = rows.where('Mention', 'articleId', articleId).filter((m) => start <= m.start && m.end <= end);
  return mentions.flatMap(({ actorId, proposalId }) => [actorId, proposalId]);
}
