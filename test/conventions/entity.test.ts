import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { models, subtypesOf } from '../../src/model/model.ts';
import { SEARCHED } from '../../src/question/search/searched.ts';
import { files, textOf } from './source.ts';

/** Models that have no entity file, import file, question or place in search, each with the reason. Link models need none. */
const exempt = {
  schema: {
    ActorSlug: 'an actor is found by each of its slugs; there is nothing else to query',
    ArticleText: 'shown by articles, assertions and wordings, if the server is configured to show texts',
    ClaimKey: 'a claim shows its key as a string, and the description of the field lists all keys',
    Silence: 'a note to editors, only for `onrecord check` and the export',
  },
  import: {
    ActorSlug: 'made from `formerSlugs` of people and organisations',
    ArticleText: 'the operator’s own copy, not part of a dataset folder',
    Revision: 'made by the import itself',
    WordingPart: 'computed from a wording and the fullest one of its quote',
    Contrast: 'made from the accounts of a disagreement (src/import/entity/disagreement.ts)',
    RevisionFile: 'see Revision',
    RevisionChange: 'see Revision',
    Origin: 'follows from the links between articles (src/import/origin.ts)',
  },
  question: {
    ActorSlug: 'not in the API',
    ArticleText: 'the seeds have no texts',
    ClaimKey: 'not in the API',
    Silence: 'not in the API',
  },
  search: {
    Account: 'leads to its disagreement, which is found by its topic',
    ActorSlug: 'leads to an actor, which is found by name',
    Alias: 'leads to the actor or proposal with that name',
    ArticleLink: 'shown with its articles',
    ArticleText: 'hidden unless the server is configured to show texts',
    ClaimKey: 'not in the API',
    Contrast: 'has no text',
    Dataset: 'there is only one',
    Mention: 'leads nowhere beyond the actor or proposal it names',
    Origin: 'has no text',
    Revision: 'has no text',
    RevisionChange: 'has no text',
    RevisionFile: 'has no text',
    Silence: 'not in the API',
    WordingPart: 'part of a wording, which is found',
  },
} satisfies Record<string, Record<string, string>>;

const asked = findAsked();
const entities = Object.values(models).filter(({ link }) => !link);
const needing = (what: keyof typeof exempt) =>
  entities.map(({ name }) => name).filter((name) => !(name in exempt[what]));
const stemOf = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
const orExempt = 'or exempt it in test/conventions/entity.test.ts, with a reason';

test.each(needing('schema'))('%s has an entity file', (name) => {
  const path = `src/schema/${stemOf(name)}.ts`;
  expect(files.includes(path), `${name}: write ${path}, ${orExempt}`).toBe(true);
});

test.each(needing('import'))('%s has an import file', (name) => {
  const path = `src/import/entity/${stemOf(name)}.ts`;
  expect(files.includes(path), `${name}: write ${path}, ${orExempt}`).toBe(true);
});

test.each(needing('question'))('%s is used in a question of the library', (name) => {
  expect(asked.has(name), `${name}: write a question in seeds/questions/ that uses it, ${orExempt}`).toBe(true);
});

test.each(needing('search'))('%s is found by search', (name) => {
  const subtypes = [...subtypesOf(name).values()].map((subtype) => subtype.name);
  const isFound = (one: string | undefined) => SEARCHED.some((searched) => searched === one);
  const found =
    isFound(name) || isFound(models[name].supertype?.model) || (subtypes.length > 0 && subtypes.every(isFound));
  expect(found, `${name}: add it to SEARCHED in src/question/search/searched.ts, ${orExempt}`).toBe(true);
});

test('every exemption is for a model that exists', () => {
  const exempted = Object.values(exempt).flatMap((reasons) => Object.keys(reasons));
  expect(exempted.filter((name) => !entities.some((entity) => entity.name === name))).toEqual([]);
});

/** Names of the entities whose rows or filters a question uses. */
function findAsked(): Set<string> {
  const info = new TypeInfo(buildSchema());
  const found = new Set<string>();
  const note = () => {
    for (const type of [info.getType(), info.getInputType()]) {
      if (type) found.add(getNamedType(type).name.replace(/(Where|Order)$/, ''));
    }
  };
  for (const path of files.filter((file) => /^seeds\/questions\/.*\.graphql$/.test(file))) {
    visit(parse(textOf(path)), visitWithTypeInfo(info, { enter: note }));
  }
  return found;
}

test('no relation of a subtype has the name of a relation of its supertype', () => {
  const hidden = Object.values(models).flatMap(({ name, supertype, relations }) =>
    Object.keys(relations).flatMap((relation) =>
      supertype && relation in models[supertype.model].relations ? `${name}.${relation}` : [],
    ),
  );
  expect(hidden).toEqual([]);
});
