import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

interface Answer {
  readonly assertions: {
    readonly nodes: readonly {
      readonly article: { readonly slug: string };
      readonly quote: { readonly slug: string; readonly wordings: Words };
      readonly wordings: Words;
    }[];
  };
}

interface Words {
  readonly nodes: readonly { readonly start: number; readonly article: { readonly slug: string } }[];
}

let database: Database;
beforeAll(async () => {
  database = await seededDatabase();
});

test('an assertion has the wordings that its own article prints of its quote, in the order of the text', async () => {
  const { assertions } = (await ask(
    database,
    `{ assertions(where: { quote: { isNull: false } }, first: 1000) { nodes {
      article { slug }
      quote { slug wordings { nodes { start article { slug } } } }
      wordings: ownWordings { nodes { start article { slug } } }
    } } }`,
  )) as Answer;
  const elsewhere = assertions.nodes.filter(
    ({ quote, wordings }) => quote.wordings.nodes.length > wordings.nodes.length,
  );
  expect(elsewhere.length).toBeGreaterThan(9);
  for (const { article, quote, wordings } of assertions.nodes) {
    const own = quote.wordings.nodes.filter((wording) => wording.article.slug === article.slug);
    expect([quote.slug, wordings.nodes]).toEqual([quote.slug, own.toSorted((a, b) => a.start - b.start)]);
  }
});

test('the quotes of an actor are those that some article attributes to them', async () => {
  const { actors } = (await ask(
    database,
    `{ actors(where: { wordings: { some: {} } }, first: 1000) { nodes {
      slug
      quotes(first: 1000) { nodes { slug speakers { nodes { slug } } } }
      wordings { groups(by: [QUOTE]) { nodes { quote { slug } } } }
    } } }`,
  )) as { readonly actors: { readonly nodes: readonly Speaker[] } };
  expect(actors.nodes.length).toBeGreaterThan(20);
  for (const { slug, quotes, wordings } of actors.nodes) {
    const said = wordings.groups.nodes.map(({ quote }) => quote.slug);
    expect([slug, quotes.nodes.map((quote) => quote.slug).sort()]).toEqual([slug, said.sort()]);
    for (const { speakers } of quotes.nodes) expect(speakers.nodes.map((one) => one.slug)).toContain(slug);
  }
});

interface Speaker {
  readonly slug: string;
  readonly quotes: {
    readonly nodes: readonly { readonly slug: string; readonly speakers: { readonly nodes: { slug: string }[] } }[];
  };
  readonly wordings: { readonly groups: { readonly nodes: readonly { readonly quote: { readonly slug: string } }[] } };
}
