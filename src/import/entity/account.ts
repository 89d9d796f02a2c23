import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Location } from '../../text/yaml-file.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { EntryContext } from '../entry-context.ts';
import { docOf, oneOf, ordinal, statementRef, text } from '../shape.ts';
import type { StoredContext } from '../stored-context.ts';

/** The fields that name assertions and wordings, of a disagreement or of one of its accounts. */
export const statementsShape = {
  assertions: z.array(statementRef('An assertion.')).optional().describe(docOf('Account', 'assertions')),
  wordings: z.array(statementRef('A wording.')).optional().describe(docOf('Account', 'wordings')),
};

export const accountShape = z.strictObject({
  says: text(docOf('Account', 'says'), 'ours').optional(),
  ...statementsShape,
});
type AccountItem = z.output<typeof accountShape>;

/** Two accounts that differ in another way than the rest. */
export const betweenShape = z.strictObject({
  accounts: z
    .tuple([ordinal, ordinal], { error: 'must be the numbers of two accounts, for example [1, 2]' })
    .describe('The numbers of two accounts, from 1.'),
  kind: oneOf('DisagreementKind', docOf('Contrast', 'kind')),
});

/** A reference to an assertion or wording, with its place in the file. */
export interface ListedStatement {
  readonly model: 'Assertion' | 'Wording';
  readonly name: string;
  readonly location: Location;
}

/** The references of an account, or of a disagreement that lists single statements. */
export function listedStatements(
  { assertions = [], wordings = [] }: Pick<AccountItem, 'assertions' | 'wordings'>,
  location: Location,
): readonly ListedStatement[] {
  return [
    ...assertions.map((name, i) => ({ model: 'Assertion' as const, name, location: location.at('assertions', i) })),
    ...wordings.map((name, i) => ({ model: 'Wording' as const, name, location: location.at('wordings', i) })),
  ];
}

export interface ListedAccount {
  readonly says?: string | undefined;
  readonly statements: readonly ListedStatement[];
  readonly location: Location;
}

interface Owner {
  readonly id: string;
  readonly slug: string;
  readonly ordinal: number;
}

/** Adds an account and the links to its assertions and wordings, and returns its id. */
export function accountRows(account: ListedAccount, context: EntryContext, { id, slug, ordinal }: Owner): string {
  const accountId = globalId('Account', slug, ordinal);
  const sortKey = `${slug}/${String(ordinal).padStart(3, '0')}`;
  const says = account.says ?? null;
  context.dataset.rows.add('Account', { id: accountId, sortKey, disagreementId: id, ordinal, says }, account.location);
  for (const statement of account.statements) link(statement, context, { disagreementId: id, accountId });
  return accountId;
}

function link(
  { model, name, location }: ListedStatement,
  context: EntryContext,
  { disagreementId, accountId }: { readonly disagreementId: string; readonly accountId: string },
): void {
  const { rows, problems } = context.dataset;
  const id = context.statementRef(model, name, ...location.path.slice(context.location.path.length));
  if (id === '') return;
  const taken =
    model === 'Assertion'
      ? rows.add('DisagreementAssertion', { disagreementId, assertionId: id }, location)
      : rows.add('DisagreementWording', { disagreementId, wordingId: id }, location);
  if (taken) problems.push(location.problem(`"${name}" is already listed, at ${taken}`));
  else if (model === 'Assertion') rows.add('AccountAssertion', { accountId, assertionId: id }, location);
  else rows.add('AccountWording', { accountId, wordingId: id }, location);
}

/** The inverse of `accountRows`: the entries of the accounts of a disagreement, in their order. */
export function accountEntries(disagreementId: string, context: StoredContext): AccountItem[] {
  const accounts = context.where('Account', 'disagreementId', disagreementId).sort((a, b) => a.ordinal - b.ordinal);
  return accounts.map(({ id, says }) => {
    const assertions = context.where('AccountAssertion', 'accountId', id).map(({ assertionId }) => assertionId);
    const wordings = context.where('AccountWording', 'accountId', id).map(({ wordingId }) => wordingId);
    return {
      says: says ?? undefined,
      assertions: context.statementRefs('Assertion', assertions),
      wordings: context.statementRefs('Wording', wordings),
    };
  });
}

/** Adds the articles that give each account. */
export function addAccountArticles({ rows }: DatasetDraft): void {
  for (const { accountId, assertionId } of rows.all('AccountAssertion')) {
    const [assertion, location] = [rows.get('Assertion', assertionId), rows.location('Account', accountId)];
    if (assertion && location) rows.add('AccountArticle', { accountId, articleId: assertion.articleId }, location);
  }
  for (const { accountId, wordingId } of rows.all('AccountWording')) {
    const [wording, location] = [rows.get('Wording', wordingId), rows.location('Account', accountId)];
    if (wording && location) rows.add('AccountArticle', { accountId, articleId: wording.articleId }, location);
  }
}
