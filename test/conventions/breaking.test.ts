import { expect, test } from 'vitest';

interface Change {
  readonly path: string;
  readonly message: string;
}
const { compareSchemas } = (await import(new URL('../../scripts/breaking.mjs', import.meta.url).href)) as {
  compareSchemas: (given: { released: string; present: string; changelog: string }) => Promise<{
    listed: Change[];
    unlisted: Change[];
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

/** The paths of the changes between the released schema and one in which `from` is replaced by `to`. */
async function compare(from: string, to: string, changelog = CHANGELOG) {
  const changes = await compareSchemas({ released: RELEASED, present: RELEASED.replace(from, to), changelog });
  return Object.fromEntries(Object.entries(changes).map(([kind, list]) => [kind, list.map(({ path }) => path)]));
}

const nothing = { listed: [], unlisted: [], dangerous: [] };

test.each([
  ['a removed field', 'section: String ', '', 'Article.section'],
  ['a field that becomes nullable', 'headline: String!', 'headline: String', 'Article.headline'],
  ['a changed type', 'section: String', 'section: Int', 'Article.section'],
  ['an argument that becomes required', 'first: Int', 'first: Int!', 'Query.people.first'],
  ['a removed enum value', 'NEWS OPINION', 'NEWS', 'Kind.OPINION'],
  ['an input field that becomes required', 'slug: String }', 'slug: String!, }', 'Where.slug'],
])('%s breaks clients', async (_, from, to, path) => {
  expect(await compare(from, to)).toEqual({ ...nothing, unlisted: [path] });
});

test('a removed type breaks clients', async () => {
  const released = `${RELEASED} type Gone { a: Int } extend type Query { gone: Gone }`;
  const { unlisted } = await compareSchemas({ released, present: RELEASED, changelog: CHANGELOG });
  expect(unlisted.map(({ path }) => path).sort()).toEqual(['Gone', 'Query.gone']);
});

test('the changelog lists a change only under Breaking in Unreleased', async () => {
  const listing = CHANGELOG.replace(
    '## 1.0.0',
    '### Breaking\n\n- `Article.section` is gone: ask for `kind`.\n\n## 1.0.0',
  );
  expect(await compare('section: String ', '', listing)).toEqual({ ...nothing, listed: ['Article.section'] });
  expect(await compare('headline: String!', '', listing)).toEqual({ ...nothing, unlisted: ['Article.headline'] });
});

test('dangerous changes are reported, additions are not', async () => {
  expect(await compare('NEWS', 'NEWS REVIEW')).toEqual({ ...nothing, dangerous: ['Kind.REVIEW'] });
  expect(await compare('headline:', 'summary: String  headline:')).toEqual(nothing);
});
