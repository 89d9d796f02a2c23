import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { documents, head, lists, maps, registers } from '../../src/import/entities.ts';
import { writtenFields } from '../../src/import/words.ts';

const entities = [...new Set([head, ...[maps, lists, registers, documents].flatMap((group) => Object.values(group))])];
const fields = entities.flatMap(({ model, shape }) =>
  writtenFields(shape).map((field) => ({ ...field, name: [model, ...field.path].join('.') })),
);

const FREE_TEXT = 'Words of any kind, and 2 more.';

test('every free text of the dataset says whose words it has', () => {
  const isFree = (shape: z.ZodType) => shape.safeParse(FREE_TEXT).success;
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter(({ words, shape }) => words === undefined && isFree(shape)).map(({ name }) => name)).toEqual([]);
});

test('no field that is described as printed has our words', () => {
  const described = fields.filter(({ shape }) =>
    /as printed|the article calls|the article uses/.test(shape.description ?? ''),
  );
  expect(described.length).toBeGreaterThan(8);
  expect(described.filter(({ words }) => words === undefined || words === 'ours').map(({ name }) => name)).toEqual([
    // Aliases in a register: no article prints them.
    'Person.aliases.*.text',
    'Organisation.aliases.*.text',
    'Proposal.aliases.*.text',
  ]);
});

describe('where the words of a field must be printed', () => {
  test.each([
    ['span', ['Mention.text', 'ProposalStatus.verb', 'Title.text', 'Wording.insertions.*', 'Wording.text']],
    ['paragraph', ['Wording.attributedAs']],
    ['dataset', ['Event.when.text', 'Event.when.time', 'Outlet.website']],
  ] as const)('%s', (place, names) => {
    const found = fields.filter(({ words, path }) => words === place && path[0] !== 'span').map(({ name }) => name);
    expect(found.sort()).toEqual(names);
  });
});
