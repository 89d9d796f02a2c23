import type { Dataset, Row } from './dataset.ts';

/** Replaces the tables that follow from others. */
export function withDerivedRows(dataset: Dataset): Dataset {
  return {
    ...dataset,
    ArticlePublisher: publishers(dataset),
    ActorOrganisation: organisations(dataset),
    ...validDisagreements(dataset),
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
