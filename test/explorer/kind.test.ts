import { getNamedType, isEnumType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { hashOf } from '../../src/explorer/ask.ts';
import { textByHash } from '../../src/explorer/generated/document.ts';
import { KINDS, kindOf } from '../../src/explorer/kind.ts';
import { pageAt } from '../../src/explorer/pages.ts';
import { type ModelName, models, subtypesOf } from '../../src/model/model.ts';
import { textOf } from '../conventions/source.ts';

// A new entity with a slug must be added to each of these places or be exempt. Once it is in `KINDS`, the type checker
// also demands its pages (pages.ts), the label of a hit (part/hit.ts) and its count (home.graphql).

interface Place {
  /** Whether the place has the entity, by its model's name. */
  readonly has: (name: string) => boolean;
  readonly exempt?: Readonly<Record<string, string>>;
}

const schema = buildSchema();
const pageOf = (path: string) => pageAt(new URL(path, 'http://localhost'))?.page;
const urlOf = (name: string) => `/${name.toLowerCase()}`;
const listOf = (name: string) => KINDS[kindOf(name) ?? 'article'].list;
const contains = (file: string, text: string) => textOf(file).includes(text);

const PLACES: Readonly<Record<string, Place>> = {
  'KINDS in src/explorer/kind.ts': { has: (name) => kindOf(name) !== undefined },
  'src/explorer/pages.ts, with the page of one': {
    has: (name) => pageOf(`${urlOf(name)}/x`)?.path === `${urlOf(name)}/:slug`,
  },
  'src/explorer/pages.ts, with the list': {
    has: (name) => kindOf(name) !== undefined && pageOf(`/${listOf(name)}`)?.path === `/${listOf(name)}`,
  },
  'the enum SearchType of the API': {
    has: (name) => {
      const type = schema.getType('SearchType');
      return isEnumType(type) && type.getValue(name.toUpperCase()) !== undefined;
    },
  },
  'fragment Hit in src/explorer/page/search.graphql': {
    has: (name) => contains('src/explorer/page/search.graphql', `... on ${name} {`),
  },
  'the counts in src/explorer/page/home.graphql': {
    has: (name) => kindOf(name) !== undefined && contains('src/explorer/page/home.graphql', `\n  ${listOf(name)}`),
  },
  'src/explorer/named.graphql, for names in addresses': {
    has: (name) => contains('src/explorer/named.graphql', `\n  ${name.toLowerCase()}(slug: $slug)`),
    exempt: {
      Person: 'named as an actor',
      Organisation: 'named as an actor',
      Source: 'named as an actor',
      Quote: 'has no name, and no page filters by quote',
      Disagreement: 'has no name, and no page filters by disagreement',
    },
  },
  'PAGES in test/cli/explorer.test.ts, with the page of one': {
    has: (name) => contains('test/cli/explorer.test.ts', `\n  '${urlOf(name)}/`),
  },
  'PAGES in test/cli/explorer.test.ts, with the list': {
    has: (name) => kindOf(name) !== undefined && contains('test/cli/explorer.test.ts', `\n  '/${listOf(name)}',`),
  },
};

/** Models with a slug that need no page. */
const WITHOUT_PAGE: Readonly<Record<string, string>> = {
  Actor: 'shown as a person, an organisation or a source',
  ActorSlug: 'a former slug of an actor; it redirects to the actor’s page',
};

const withSlug = Object.values(models)
  .filter(({ columns, supertype }) => 'slug' in columns || (supertype && 'slug' in models[supertype.model].columns))
  .map(({ name }) => name);
const things = withSlug.filter((name) => !(name in WITHOUT_PAGE));

test.each(Object.entries(PLACES))('every entity with a slug is in %s', (_, { has, exempt = {} }) => {
  expect(things.filter((name) => !(name in exempt) && !has(name))).toEqual([]);
});

test.each(Object.entries(PLACES))('a new entity is reported as missing in %s', (_, { has }) => {
  expect(has('NoSuchEntity')).toBe(false);
});

test('every exemption is needed', () => {
  const all: readonly string[] = withSlug;
  const needless = Object.values(PLACES).flatMap(({ has, exempt = {} }) =>
    Object.keys(exempt).filter((name) => !all.includes(name) || has(name)),
  );
  expect(needless).toEqual([]);
  expect(Object.keys(WITHOUT_PAGE).filter((name) => !all.includes(name))).toEqual([]);
});

/** Relations that the page of the first thing need not show. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'Disagreement.Article': 'each account shows its article',
  'Person.Source': 'the page of a collective source lists its members',
  'Proposal.Source': 'the page of the source shows the document it speaks in',
};

/** `Article.Outlet` for each direct relation between two things; `Person.Quote` for one of its supertype. */
const relations = new Set(
  things.flatMap((name) => {
    const { supertype, relations: own } = models[name];
    const inherited = supertype ? Object.values(models[supertype.model].relations) : [];
    return [...Object.values(own), ...inherited]
      .filter(({ model, many }) => many || models[model].supertype?.model !== supertype?.model || supertype === null)
      .filter(({ model }) => model === 'Actor' || things.includes(model))
      .map(({ model }) => `${name}.${model}`);
  }),
);

test('the page of a thing shows each direct relation to other things', () => {
  const missing = [...relations].filter((relation) => {
    const [from, to] = relation.split('.') as [ModelName, ModelName];
    const page = pageOf(`${urlOf(from)}/x`);
    const selected = selectedTypes((page && textByHash[hashOf(page.document)]) ?? '{ __typename }');
    const parents = [from, models[from].supertype?.model];
    const types = [to, models[to].supertype?.model, ...[...subtypesOf(to).values()].map(({ name }) => name)];
    return !parents.some((parent) => types.some((type) => selected.has(`${parent}.${type}`)));
  });
  expect(missing.toSorted()).toEqual(Object.keys(NOT_SHOWN).toSorted());
});

/** `Article.Outlet` if the document selects a field of Article whose type is Outlet or a list of it. */
function selectedTypes(document: string): ReadonlySet<string> {
  const info = new TypeInfo(schema);
  const found = new Set<string>();
  const enter = () => {
    const [parent, type] = [info.getParentType(), info.getType()];
    if (parent && type) found.add(`${parent.name}.${getNamedType(type).name.replace(/Connection$/, '')}`);
  };
  visit(parse(document), visitWithTypeInfo(info, { Field: { enter } }));
  return found;
}

/** Models with dates that have no entry of their own on the timeline. */
const NOT_DATED: Readonly<Record<string, string>> = {
  Wording: 'the entry of its quote shows it',
  Assertion: 'statuses have entries of their own; other kinds are not on the timeline',
};

test('every model with dates is on the timeline', () => {
  const dated = Object.values(models).filter(({ whens }) => Object.keys(whens).length > 0);
  const missing = dated.filter(
    ({ name }) =>
      !contains('src/explorer/page/timeline.graphql', `... on ${name} {`) ||
      !contains('src/explorer/picture/timeline.tsx', `case '${name}':`),
  );
  expect(missing.map(({ name }) => name)).toEqual(Object.keys(NOT_DATED));
});

test('every type of assertion is in fragment Subject of src/explorer/part/subject.graphql', () => {
  const types = [...subtypesOf('Assertion').values()].map(({ name }) => name);
  expect(types.filter((name) => !contains('src/explorer/part/subject.graphql', `... on ${name} {`))).toEqual([]);
});
