import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

interface Disagreement {
  readonly slug: string;
  readonly kind: string;
  readonly assertions: { readonly nodes: readonly Account[] };
  readonly wordings: { readonly nodes: readonly Account[] };
}

interface Account {
  readonly article: { readonly slug: string };
}

/** The disagreements of the five articles: slug, kind, and the numbers of the articles that give an account. */
const EXPECTED = [
  ['sum-of-the-asset-plan', 'CONTRADICTION', '000 001'],
  ['details-of-the-guarantees', 'DIFFERENT_SCOPE', '002 003 004'],
  ['who-offers-the-guarantees', 'DIFFERENT_SCOPE', '000 001 002 003 004'],
  ['state-of-the-guarantees', 'DIFFERENT_SCOPE', '000 001 002 003 004'],
  ['how-long-the-offer-is-open', 'DIFFERENT_SCOPE', '000 001 002 004'],
  ['whom-the-declaration-commits', 'DIFFERENT_SCOPE', '000 002 003'],
  ['who-monitors-the-ceasefire', 'DIFFERENT_SCOPE', '000 003 004'],
  ['progress-on-territory', 'DIFFERENT_SCOPE', '000 001 002 003 004'],
  ['how-much-of-the-donbas-russia-holds', 'DIFFERENT_SCOPE', '001 003 004'],
  ['us-aim-in-the-donbas', 'CONTRADICTION', '000 001 003'],
  ['russia-in-the-talks', 'DIFFERENT_SCOPE', '000 003 004'],
  ['likeness-to-article-five', 'CERTAINTY', '000 001 002 003 004'],
  ['state-of-the-european-measures', 'CERTAINTY', '000 002 003 004'],
  ['focus-of-the-berlin-talks', 'DIFFERENT_SCOPE', '001 002'],
  ['who-drafted-the-earlier-proposal', 'DIFFERENT_SCOPE', '001 003'],
  ['whom-the-earlier-proposal-favours', 'CERTAINTY', '001 003'],
  ['firmness-of-the-nato-offer', 'CERTAINTY', '000 001 003'],
  ['title-of-umerov', 'WORDING', '000 003'],
  ['title-of-kallas', 'WORDING', '000 001'],
  ['next-talks', 'CERTAINTY', '002 003'],
  ['approval-of-the-senate', 'CERTAINTY', '002 004'],
  ['italy-on-the-asset-plan', 'DIFFERENT_SCOPE', '000 001'],
  ['belgium-on-the-asset-plan', 'DIFFERENT_SCOPE', '000 001'],
  ['where-the-assets-are', 'DIFFERENT_SCOPE', '000 001'],
  ['who-issued-the-declaration', 'DIFFERENT_SCOPE', '000 002 003'],
  ['trump-on-european-leaders', 'CHANGE_OVER_TIME', '000 002'],
  ['rutte-at-the-dinner', 'CHANGE_OVER_TIME', '000 003'],
  ['leaders-at-the-dinner', 'CHANGE_OVER_TIME', '000 001 002 003'],
  ['meeting-of-the-foreign-ministers', 'CHANGE_OVER_TIME', '000 003'],
] as const;

describe('disagreements of the seeds', () => {
  let database: Database;
  let found: readonly Disagreement[];

  beforeAll(async () => {
    database = await seededDatabase();
    const answer = await ask(
      database,
      '{ disagreements { nodes { slug kind assertions { nodes { article { slug } } } wordings { nodes { article { slug } } } } } }',
    );
    found = (answer as { disagreements: { nodes: readonly Disagreement[] } }).disagreements.nodes;
  });

  test.each(EXPECTED)('%s is a matter of %s between %s', (slug, kind, articles) => {
    const disagreement = found.find((candidate) => candidate.slug === slug);
    const accounts = [...(disagreement?.assertions.nodes ?? []), ...(disagreement?.wordings.nodes ?? [])];
    const numbers = new Set(accounts.map(({ article }) => article.slug.slice(0, 3)));
    expect([disagreement?.kind, [...numbers].sort().join(' ')]).toEqual([kind, articles]);
  });

  test('the seeds have no other disagreements', () => {
    expect(found.map(({ slug }) => slug).sort()).toEqual(EXPECTED.map(([slug]) => slug as string).sort());
  });

  test('articles that agree are on one side', async () => {
    const answer = await ask(
      database,
      `{ disagreements(where: { slug: { in: ["us-aim-in-the-donbas", "who-monitors-the-ceasefire"] } }, orderBy: [{ slug: ASC }]) {
           nodes { accounts { nodes {
             assertions { nodes { article { slug } } }
             contrasts { nodes { kind other { ordinal } } } } } } } }`,
    );
    interface Side {
      readonly assertions: { readonly nodes: readonly Account[] };
      readonly contrasts: {
        readonly nodes: readonly { readonly kind: string; readonly other: { readonly ordinal: number } }[];
      };
    }
    const { nodes } = (answer as { disagreements: { nodes: readonly { accounts: { nodes: readonly Side[] } }[] } })
      .disagreements;
    const sides = nodes.map(({ accounts }) =>
      accounts.nodes.map(({ assertions, contrasts }) => [
        assertions.nodes.map(({ article }) => article.slug.slice(0, 3)).join(' '),
        ...contrasts.nodes.map(({ kind, other }) => `${other.ordinal} ${kind}`),
      ]),
    );
    expect(sides).toEqual([
      [
        ['000 003 003 003', '2 CONTRADICTION', '3 DIFFERENT_SCOPE', '4 DIFFERENT_SCOPE'],
        ['003', '3 DIFFERENT_SCOPE', '4 DIFFERENT_SCOPE'],
        ['001', '4 DIFFERENT_SCOPE'],
        ['001'],
      ],
      [['000 003', '2 DIFFERENT_SCOPE'], ['004']],
    ]);
  });

  test('an assumption makes a disagreement a conclusion of the annotators', async () => {
    const answer = await ask(
      database,
      '{ disagreements(where: { assumption: { isNull: false } }, orderBy: [{ slug: ASC }]) { nodes { slug basis } } }',
    );
    expect(answer).toEqual({
      disagreements: {
        nodes: [
          { slug: 'leaders-at-the-dinner', basis: 'INFERRED' },
          { slug: 'meeting-of-the-foreign-ministers', basis: 'INFERRED' },
          { slug: 'progress-on-territory', basis: 'INFERRED' },
          { slug: 'russia-in-the-talks', basis: 'INFERRED' },
          { slug: 'rutte-at-the-dinner', basis: 'INFERRED' },
          { slug: 'state-of-the-european-measures', basis: 'INFERRED' },
          { slug: 'sum-of-the-asset-plan', basis: 'INFERRED' },
          { slug: 'trump-on-european-leaders', basis: 'INFERRED' },
          { slug: 'us-aim-in-the-donbas', basis: 'INFERRED' },
          { slug: 'who-drafted-the-earlier-proposal', basis: 'INFERRED' },
          { slug: 'whom-the-declaration-commits', basis: 'INFERRED' },
          { slug: 'whom-the-earlier-proposal-favours', basis: 'INFERRED' },
        ],
      },
    });
  });

  test('later news is not a contradiction', async () => {
    const answer = await ask(
      database,
      `{ disagreements(where: { kind: { eq: CONTRADICTION }, OR: [
           { wordings: { some: { quote: { slug: { in: ["weak-leaders", "tremendous-support"] } } } } },
           { assertions: { some: { participation: {} } } }
         ] }) { totalCount } }`,
    );
    expect(answer).toEqual({ disagreements: { totalCount: 0 } });
  });

  test('each is listed with everything that it is about', async () => {
    const answer = await ask(
      database,
      `{ actor(slug: "mark-rutte") { disagreements { nodes { slug } } }
         proposal(slug: "reparations-loan") { disagreements { nodes { slug } } }
         event(slug: "next-us-talks") { disagreements { nodes { slug } } }
         quote(slug: "weak-leaders") { wordings { nodes { disagreements { nodes { slug } } } } } }`,
    );
    const of = (...slugs: string[]) => ({ disagreements: { nodes: slugs.map((slug) => ({ slug })) } });
    expect(answer).toEqual({
      actor: of('rutte-at-the-dinner'),
      proposal: of(
        'sum-of-the-asset-plan',
        'where-the-assets-are',
        'belgium-on-the-asset-plan',
        'italy-on-the-asset-plan',
      ),
      event: of('next-talks'),
      quote: { wordings: { nodes: [of('trump-on-european-leaders')] } },
    });
  });

  test('two compatible remarks of one speaker are not a disagreement', async () => {
    const answer = await ask(
      database,
      `{ wordings(where: { quote: { slug: { in: ["ceasefire-conceivable", "ceasefire-secured-by-guarantees"] } } }) {
           nodes { article { slug } disagreements { totalCount } } } }`,
    );
    expect(answer).toEqual({
      wordings: {
        nodes: [
          { article: { slug: '001-nato-style-guarantees' }, disagreements: { totalCount: 0 } },
          { article: { slug: '003-territory-still-key' }, disagreements: { totalCount: 0 } },
        ],
      },
    });
  });
});
