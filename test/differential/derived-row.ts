import type { Dataset, Row } from './dataset.ts';

/** Replaces the tables that follow from others. */
export function withDerivedRows(dataset: Dataset): Dataset {
  const disagreements = validDisagreements(dataset);
  return {
    ...dataset,
    ArticlePublisher: publishers(dataset),
    ActorOrganisation: organisations(dataset),
    ...disagreements,
    ...validAccounts({ ...dataset, ...disagreements }),
  };
}

/** The outlets that published an article: those of its credits with the capacity PUBLISHER. */
function publishers({ Credit = [], Assertion = [] }: Dataset): readonly Row[] {
  return unique(
    Credit.filter(({ capacity, outletId }) => capacity === 'PUBLISHER' && outletId !== null).map(
      ({ id, outletId = null }) => ({
        articleId: Assertion.find((base) => base.id === id)?.articleId ?? null,
        outletId,
      }),
    ),
  );
}

/** The organisations that an actor speaks for: the one that a source is a member of, those of a person's current titles, an organisation itself. */
function organisations({ Source = [], Title = [], Organisation = [] }: Dataset): readonly Row[] {
  return unique(
    [
      ...Source.map(({ id = null, memberOfId = null }) => ({ actorId: id, organisationId: memberOfId })),
      ...Title.filter(({ tenure }) => tenure === 'CURRENT').map(({ personId = null, organisationId = null }) => ({
        actorId: personId,
        organisationId,
      })),
      ...Organisation.map(({ id = null }) => ({ actorId: id, organisationId: id })),
    ].filter(({ organisationId }) => organisationId !== null),
  );
}

function unique(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** The tables of disagreements without disagreements that have fewer than two accounts, and with the articles of the accounts. */
function validDisagreements(dataset: Dataset): Dataset {
  const of = (table: string) => dataset[table] ?? [];
  const accounts = [...of('DisagreementAssertion'), ...of('DisagreementWording')];
  const hasTwo = (id: unknown) => accounts.filter(({ disagreementId }) => disagreementId === id).length >= 2;
  const articles = new Map<string, Row>();
  for (const { disagreementId = null, assertionId, wordingId } of accounts) {
    const account = [...of('Assertion'), ...of('Wording')].find(({ id }) => id === (assertionId ?? wordingId));
    const row = { disagreementId, articleId: account?.articleId ?? null };
    articles.set(JSON.stringify(row), row);
  }
  const tables = {
    ...Object.fromEntries(Object.entries(dataset).filter(([table]) => table.startsWith('Disagreement'))),
    DisagreementArticle: [...articles.values()],
  };
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.filter((row) => hasTwo(table === 'Disagreement' ? row.id : row.disagreementId)),
    ]),
  );
}

/** The tables of accounts without those whose disagreement was left out, and each two accounts with one contrast. */
function validAccounts(dataset: Dataset): Dataset {
  const of = (table: string) => dataset[table] ?? [];
  const disagreements = new Set(of('Disagreement').map(({ id }) => id));
  const accounts = of('Account').filter(({ disagreementId = null }) => disagreements.has(disagreementId));
  const ids = new Set(accounts.map(({ id }) => id));
  const contrasts = of('Contrast').filter(
    ({ accountId = null, otherId = null, disagreementId = null }) =>
      ids.has(accountId) && ids.has(otherId) && disagreements.has(disagreementId),
  );
  const links = ['AccountAssertion', 'AccountWording', 'AccountArticle'];
  return {
    Account: accounts,
    Contrast: [...new Map(contrasts.map((row) => [`${row.accountId} ${row.otherId}`, row])).values()],
    ...Object.fromEntries(
      links.map((table) => [table, of(table).filter(({ accountId = null }) => ids.has(accountId))]),
    ),
  };
}
