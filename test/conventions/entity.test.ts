import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { models } from '../../src/model/model.ts';
import { files, textOf } from './source.ts';

/** Models that are no link, and still lack a file or a question; each has its reason. */
const exempt = {
  schema: {
    ActorSlug: 'an actor answers to each of its slugs; there is nothing else to ask',
    ArticleText: 'an article, its assertions and wordings show it, where the server is told so',
    ClaimKey: 'a claim shows its key as a string; the register stands in the description',
  },
  import: {
    ActorSlug: 'made from `formerSlugs` of people and organisations',
    ArticleText: 'somebody’s own copy, in no file of a knowledge folder',
    Revision: 'made by the import itself',
    WordingPart: 'computed from a wording and the fullest one of its quote',
    RevisionFile: 'see Revision',
    RevisionChange: 'see Revision',
    Origin: 'follows from the links of the articles (src/import/origin.ts)',
  },
  question: {
    ActorSlug: 'see above',
    ArticleText: 'the first knowledge has no texts',
    ClaimKey: 'see above',
  },
} satisfies Record<string, Record<string, string>>;

const entities = Object.values(models)
  .filter(({ link }) => !link)
  .map(({ name }) => name);

const needing = (what: keyof typeof exempt) => entities.filter((name) => !(name in exempt[what]));
const names = asked();
const stemOf = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();

test.each(needing('schema'))('%s has its entity file', (name) => {
  expect(files).toContain(`src/schema/${stemOf(name)}.ts`);
});

test.each(needing('import'))('%s has its import file', (name) => {
  expect(files).toContain(`src/import/entity/${stemOf(name)}.ts`);
});

test.each(needing('question'))('%s is asked for by a question of the library', (name) => {
  expect([...names]).toContain(name);
});

test('every exemption is of a model that exists', () => {
  const exempted = Object.values(exempt).flatMap((reasons) => Object.keys(reasons));
  expect(exempted.filter((name) => !entities.some((entity) => entity === name))).toEqual([]);
});

/** Names of the entities whose rows or filters stand in some question. */
function asked(): Set<string> {
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
