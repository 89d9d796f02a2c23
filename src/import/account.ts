import { type ModelName, models, subtypesOf } from '../model/model.ts';
import type { AnyRow, Row } from './row.ts';
import type { Rows } from './rows.ts';

/** What one article says on a point on which articles disagree: an assertion or a wording. */
export type Account = Row<'Assertion'> | Row<'Wording'>;

/** The accounts of a disagreement, ordered by article and position in the text. */
export function accountsOf(disagreementId: string, rows: Rows): readonly Account[] {
  const assertions = rows.where('DisagreementAssertion', 'disagreementId', disagreementId);
  const wordings = rows.where('DisagreementWording', 'disagreementId', disagreementId);
  const accounts = [
    ...assertions.map(({ assertionId }) => rows.get('Assertion', assertionId)),
    ...wordings.map(({ wordingId }) => rows.get('Wording', wordingId)),
  ];
  return accounts.flatMap((account) => account ?? []).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}

/**
 * The ids of everything that the accounts are about: what they refer to, what their quotes are about, what is mentioned
 * in their spans, and the organisations of unnamed sources among these.
 */
export function subjectsOf(accounts: readonly Account[], rows: Rows): ReadonlySet<string> {
  const ids = new Set<string | null>();
  for (const account of accounts) {
    for (const id of [...referred(account, rows), ...quoted(account.quoteId, rows), ...named(account, rows)])
      ids.add(id);
  }
  for (const id of [...ids]) ids.add(rows.get('Source', id)?.memberOfId ?? null);
  ids.delete(null);
  return ids as ReadonlySet<string>;
}

function referred(account: Account, rows: Rows): readonly (string | null)[] {
  if (!('assertionType' in account)) return ends('Wording', account);
  const subtype = subtypesOf('Assertion').get(account.assertionType)?.name ?? 'Assertion';
  const proposals = rows.where('AssertionProposal', 'assertionId', account.id).map(({ proposalId }) => proposalId);
  return [...ends('Assertion', account), ...ends(subtype, rows.get(subtype, account.id) as AnyRow), ...proposals];
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

function named({ articleId, start, end }: Account, rows: Rows): readonly (string | null)[] {
  const mentions = rows.where('Mention', 'articleId', articleId).filter((m) => start <= m.start && m.end <= end);
  return mentions.flatMap(({ actorId, proposalId }) => [actorId, proposalId]);
}
