import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { checkCost } from '../../../src/query/limit/cost.ts';
import {
  checkBrackets,
  checkDocument,
  checkLength,
  checkText,
  checkVariables,
  DEFAULT_LIMITS,
} from '../../../src/query/limit/limit.ts';
import { compileOperation } from '../../../src/query/operation.ts';
import { schema } from '../../support/ask.ts';

function compile(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  checkLength(query, DEFAULT_LIMITS);
  checkDocument(document, DEFAULT_LIMITS);
  return compileOperation({ schema, document, variables });
}

const nested = (levels: number, wrap: (inner: string) => string, inner: string): string =>
  levels === 0 ? inner : wrap(nested(levels - 1, wrap, inner));

describe('limits', () => {
  test('accept what people write: twelve nested fields, a filter across sixteen relations, a document of 8 kB', () => {
    compile(`{ articles(first: 1) { nodes { wordings(first: 1) { nodes { speaker { positions(first: 1) { nodes { proposal {
      quotes(first: 1) { nodes { canonicalSpeaker { name } } } } } } } } } } } }`);
    const filter = nested(8, (inner) => `{ wordings: { some: { speaker: ${inner} } } }`, '{ name: { eq: "x" } }');
    compile(`{ actors(where: ${filter}) { totalCount } }`);
    const variables = JSON.parse(
      nested(8, (inner) => `{"wordings":{"some":{"speaker":${inner}}}}`, '{"name":{"eq":"x"}}'),
    );
    compile('query ($where: ActorWhere) { actors(where: $where) { totalCount } }', { where: variables });
    const long = `{ articles(first: 1) { nodes { ${Array.from({ length: 1000 }, (_, i) => `a${i}: id`).join(' ')} } } }`;
    expect(long.length).toBeGreaterThan(8_000);
    compile(long);
  });

  test.each([
    [
      'a filter sixty levels deep',
      'DEPTH_EXCEEDED',
      () => compile(`{ actors(where: ${nested(60, (i) => `{ NOT: ${i} }`, '{}')}) { totalCount } }`),
      /where has more than 48 nested objects/,
    ],
    [
      'the same filter in a variable',
      'DEPTH_EXCEEDED',
      () =>
        compile('query ($w: ActorWhere) { actors(where: $w) { totalCount } }', {
          w: JSON.parse(nested(60, (i) => `{"NOT":${i}}`, '{}')),
        }),
      /\$w has more than 48 nested objects/,
    ],
    [
      'a selection forty fields deep',
      'DEPTH_EXCEEDED',
      () => compile(nested(20, (i) => `{ articles { nodes ${i} } }`, '{ id }')),
      /40 fields deep|41 fields deep/,
    ],
    [
      'thousands of conditions',
      'COST_EXCEEDED',
      () =>
        compile('query ($w: [ActorWhere!]) { actors(where: { OR: $w }) { totalCount } }', {
          w: Array.from({ length: 900 }, () => ({ OR: [{ name: { eq: 'x' } }] })),
        }),
      /\$w contains more than 2000 objects/,
    ],
    [
      'ten thousand values',
      'COST_EXCEEDED',
      () =>
        compile('query ($n: [String!]) { actors(where: { slug: { in: $n } }) { totalCount } }', {
          n: Array.from({ length: 10_000 }, String),
        }),
      /\$n has a list of 10000 values; the limit is 1000/,
    ],
    [
      'a long document',
      'COST_EXCEEDED',
      () => compile(`{ articles { totalCount } } # ${'x'.repeat(70_000)}`),
      /the limit is 64000/,
    ],
    [
      'many aliases',
      'COST_EXCEEDED',
      () => compile(`{ ${Array.from({ length: 3_500 }, (_, i) => `a${i}:__typename`).join(' ')} }`),
      /3500 aliases; the limit is 3000/,
    ],
    [
      'four nested lists of a thousand rows',
      'COST_EXCEEDED',
      () =>
        compile(
          '{ articles { nodes { wordings(first: 1000) { nodes { mentions(first: 1000) { nodes { actor { mentions(first: 1000) { nodes { id } } } } } } } } } }',
        ),
      /could have 100,100,100,100 rows; the limit is 20,000,000,000/,
    ],
  ])('%s: rejected with the limit', (_name, code, ask, message) => {
    expect(ask).toThrow(message);
    expect(ask).toThrow(expect.objectContaining({ extensions: expect.objectContaining({ code }) }));
  });

  test.each<[string, number, (size: number) => void]>([
    ['nested fields', 30, (size) => checkDocument(parse(nested(size, (i) => `{ a ${i} }`, '')), DEFAULT_LIMITS)],
    [
      'nested fields of a fragment',
      30,
      (size) => {
        const fragment = `fragment A on Query ${nested(size - 1, (i) => `{ a ${i} }`, '')}`;
        checkDocument(parse(`{ a { ...A } } ${fragment}`), DEFAULT_LIMITS);
      },
    ],
    [
      'nested objects of an argument',
      48,
      (size) => checkDocument(parse(`{ a(b: ${nested(size, (i) => `{ c: ${i} }`, '1')}) }`), DEFAULT_LIMITS),
    ],
    [
      'nested objects of a variable',
      48,
      (size) => checkVariables({ a: JSON.parse(nested(size, (i) => `{"b":${i}}`, '1')) }, DEFAULT_LIMITS),
    ],
    [
      'objects in a variable',
      2_000,
      (size) =>
        checkVariables(
          { a: { b: [Array(999).fill({}), Array(size - 1000).fill({})] } },
          {
            ...DEFAULT_LIMITS,
            listValues: 2_000,
          },
        ),
    ],
    ['values of a list', 1_000, (size) => checkVariables({ a: Array(size).fill(1) }, DEFAULT_LIMITS)],
    ['aliases', 3_000, (size) => checkDocument(parse(`{ ${'b: a '.repeat(size)} }`), DEFAULT_LIMITS)],
    ['fields', 10_000, (size) => checkDocument(parse(`{ ${'a '.repeat(size)} }`), DEFAULT_LIMITS)],
    ['bytes of a document', 64_000, (size) => checkLength('é'.repeat(size / 2) + 'a'.repeat(size % 2), DEFAULT_LIMITS)],
    ['nested brackets', 500, (size) => checkBrackets('['.repeat(size))],
    ['characters of a text', 1_000, (size) => void checkText('a'.repeat(size), 'query')],
    ['rows of an answer', 20_000_000_000, (size) => checkCost(size, DEFAULT_LIMITS.cost)],
  ])('%s: %i are accepted, one more is rejected', (_name, limit, check) => {
    expect(() => check(limit)).not.toThrow();
    expect(() => check(limit + 1)).toThrow(GraphQLError);
  });

  test('only counting a list costs nothing; its groups cost a page', () => {
    expect(compile('{ articles { nodes { wordings { totalCount pageInfo { hasNextPage } } } } }')?.cost).toBe(100);
    expect(
      compile(
        '{ wordings { totalCount groups(by: [SPEAKER], first: 10) { nodes { count rows(first: 3) { nodes { text } } } } } }',
      )?.cost,
    ).toBe(40);
  });

  test('hits, ids, paths and steps cost a row each, plus the lists inside them', () => {
    const costOf = (field: string) => compile(`{ ${field} }`)?.cost;
    const between = 'from: { slug: "a" }, to: { slug: "b" }';
    expect(costOf('search(query: "eu") { nodes { score } }')).toBe(100);
    expect(costOf('search(query: "eu", first: 3) { edges { node { node { id } } } }')).toBe(3);
    expect(costOf('nodes(ids: ["a", "b"]) { id }')).toBe(2);
    expect(costOf('nodes(ids: ["a", "b"]) { ... on Person { wordings(first: 10) { nodes { id } } } }')).toBe(22);
    expect(costOf(`paths(${between}) { length }`)).toBe(5);
    expect(costOf(`paths(${between}, first: 10, maxLength: 3) { steps { kind from { name } } }`)).toBe(40);
    expect(costOf(`paths(${between}) { steps { to { wordings(first: 2) { nodes { id } } } } }`)).toBe(65);
  });

  test('fragments count where they are used, and one that spreads itself does not loop', () => {
    expect(() =>
      compile(
        `{ ...A } fragment A on Query { articles { nodes { ...B } } } fragment B on Article { wordings { nodes { id } } }`,
      ),
    ).not.toThrow();
    expect(() =>
      checkDocument(parse('{ ...A } fragment A on Query { articles { nodes { id } } ...A }'), DEFAULT_LIMITS),
    ).not.toThrow();
  });
});
