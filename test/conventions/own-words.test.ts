import { Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { files, textOf } from './source.ts';

// The text and the speaker of a quote are those of its fullest wording. Next to the name of another article they would
// be wrong, so pages show wordings: `...OwnWords`.

/** Queries that may read them, each with the reason. They must not name an article in the same row. */
const exempt: Readonly<Record<string, string>> = {
  QuotePage: 'wordings are compared with the fullest one',
  QuotesFile: 'the file has a row for each quote, and no articles',
};

const documents = files.filter((path) => /^src\/(explorer|linked-data)\/.*\.graphql$/.test(path));

/** The queries and fragments that read a quote's own text or speaker. */
function readers(): string[] {
  const found: string[] = [];
  const types = new TypeInfo(buildSchema());
  for (const path of documents) {
    for (const definition of parse(textOf(path)).definitions) {
      const name = (definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value) || path;
      visit(
        definition,
        visitWithTypeInfo(types, {
          Field({ name: { value: field } }) {
            if (types.getParentType()?.name !== 'Quote' || exempt[name]) return;
            if (field === 'text' || field === 'canonicalSpeaker') found.push(`${name}: Quote.${field}`);
          },
        }),
      );
    }
  }
  return found;
}

test('pages read the words and speakers of wordings, not those of quotes', () => {
  expect(documents.length).toBeGreaterThan(30);
  expect(readers()).toEqual([]);
});

/** Quotation marks around an expression, written by hand. Terms that readers typed have no article. */
const BY_HAND = /“\{|[“‘]\$\{|<q[\s>]/;

test('pages print quotation marks with the components that say which article the words are from', () => {
  const written = files
    .filter((path) => /^src\/explorer\/.*\.tsx$/.test(path) && !/part\/(words|unknown|search)\.tsx$/.test(path))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .filter((line) => BY_HAND.test(line) && !/\b(contains|word)\b/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(written).toEqual([]);
});
