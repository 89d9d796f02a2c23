import { expect, test } from 'vitest';

interface Change {
  readonly path: string;
  readonly message: string;
}
const { compareSchemas } = (await import(new URL('../../scripts/breaking.mjs', import.meta.url).href)) as {
  compareSchemas: (given: { released: string; present: string; changelog: string }) => Promise<{
    owned: Change[];
    unowned: Change[];
    dangerous: Change[];
  }>;
};

const RELEASED = `
  type Query { article(slug: String!): Article  people(first: Int): [String!]! }
  type Article { headline: String!  section: String  kind: Kind! }
  enum Kind { NEWS OPINION }
  input Where { slug: String }
`;
const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\n### Added\n\n- `Article.summary`\n\n## 1.0.0\n\n### Breaking\n\n- `Article.section`\n';

/** The paths of what changed between the released schema and one in which `from` is `to`. */
async function compare(from: string, to: string, changelog = CHANGELOG) {
  const changes = await compareSchemas({ released: RELEASED, present: RELEASED.replace(from, to), changelog });
  return Object.fromEntries(Object.entries(changes).map(([kind, list]) => [kind, list.map(({ path }) => path)]));
}

const nothing = { owned: [], unowned: [], dangerous: [] };

test.each([
  ['a field that is gone', 'section: String ', '', 'Article.section'],
  ['a field that may be null now', 'headline: String!', 'headline: String', 'Article.headline'],
  ['a type that is another', 'section: String', 'section: Int', 'Article.section'],
  ['an argument that must be given now', 'first: Int', 'first: Int!', 'Query.people.first'],
  ['a value of an enum that is gone', 'NEWS OPINION', 'NEWS', 'Kind.OPINION'],
  ['a key of an input that must be given', 'slug: String }', 'slug: String!, }', 'Where.slug'],
])('%s breaks clients', async (_, from, to, path) => {
  expect(await compare(from, to)).toEqual({ ...nothing, unowned: [path] });
});

test('a type that is gone breaks clients', async () => {
  const released = `${RELEASED} type Gone { a: Int } extend type Query { gone: Gone }`;
  const { unowned } = await compareSchemas({ released, present: RELEASED, changelog: CHANGELOG });
  expect(unowned.map(({ path }) => path).sort()).toEqual(['Gone', 'Query.gone']);
});

test('the changelog owns what it names under Breaking of what is not released yet, and nothing else', async () => {
  const own = CHANGELOG.replace('## 1.0.0', '### Breaking\n\n- `Article.section` is gone: ask for `kind`.\n\n## 1.0.0');
  expect(await compare('section: String ', '', own)).toEqual({ ...nothing, owned: ['Article.section'] });
  expect(await compare('headline: String!', '', own)).toEqual({ ...nothing, unowned: ['Article.headline'] });
});

test('what may break a client is told, and what is new is not', async () => {
  expect(await compare('NEWS', 'NEWS REVIEW')).toEqual({ ...nothing, dangerous: ['Kind.REVIEW'] });
  expect(await compare('headline:', 'summary: String  headline:')).toEqual(nothing);
});
