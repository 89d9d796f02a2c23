import type { Dataset, Row } from './dataset.ts';
import { keyed, link, type Rows } from './random-row.ts';

/** Disagreements with whatever accounts and subjects come; those that lack accounts are left to `soundDisagreements`. */
export function randomDisagreements(rows: Rows): void {
  const { choice } = rows;
  const count = choice.int(0, 3);
  for (let number = 1; number <= count; number++) {
    rows.add('Disagreement', {
      id: `Disagreement_${number}`,
      slug: `disagreement-${number}`,
      sortKey: rows.sortKey(),
      ...keyed('topic', rows.text()),
      kind: rows.of('DisagreementKind'),
    });
  }
  for (const model of ['Assertion', 'Wording', 'Proposal', 'Event', 'Actor']) {
    link(rows, `Disagreement${model}`, ['disagreementId', 'Disagreement'], [`${model.toLowerCase()}Id`, model]);
  }
}

/** The tables of disagreements without those that have fewer than two accounts, and with the articles of accounts. */
export function soundDisagreements(knowledge: Dataset): Dataset {
  const of = (table: string) => knowledge[table] ?? [];
  const accounts = [...of('DisagreementAssertion'), ...of('DisagreementWording')];
  const hasTwo = (id: unknown) => accounts.filter(({ disagreementId }) => disagreementId === id).length >= 2;
  const articles = new Map<string, Row>();
  for (const { disagreementId = null, assertionId, wordingId } of accounts) {
    const account = [...of('Assertion'), ...of('Wording')].find(({ id }) => id === (assertionId ?? wordingId));
    const row = { disagreementId, articleId: account?.articleId ?? null };
    articles.set(JSON.stringify(row), row);
  }
  const tables = {
    ...Object.fromEntries(Object.entries(knowledge).filter(([table]) => table.startsWith('Disagreement'))),
    DisagreementArticle: [...articles.values()],
  };
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.filter((row) => hasTwo(table === 'Disagreement' ? row.id : row.disagreementId)),
    ]),
  );
}
