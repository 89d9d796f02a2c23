import { expect, test } from 'vitest';
import { rowsOf } from '../../support/files-in-memory.ts';
import { asserted, smallArticle } from '../../support/small-article.ts';

test.each([
  ['PROPOSES', undefined, 'FOR'],
  ['SUPPORTS', undefined, 'FOR'],
  ['ACCEPTS', undefined, 'FOR'],
  ['SUPPORTS', 'If it is free.', 'NEITHER'],
  ['CONDITIONAL', 'If it is free.', 'NEITHER'],
  ['RESERVED', undefined, 'NEITHER'],
  ['EXPECTED_TO_OPPOSE', undefined, 'NEITHER'],
  ['OPPOSES', undefined, 'AGAINST'],
  ['OPPOSES', 'If it costs more.', 'NEITHER'],
])('%s with the condition %j is on the side %s', (stance, condition, side) => {
  const position = asserted({
    actor: 'ann',
    proposal: 'tunnel',
    stance,
    condition,
    modality: 'STATED',
    voice: 'NARRATOR',
  });
  const rows = rowsOf({
    'people.yaml': '{ ann: { name: Ann } }',
    'proposals.yaml': '{ tunnel: { name: Tunnel, kind: MEASURE, summary: A tunnel. } }',
    'articles/x.yaml': smallArticle('x', { positions: [position] }),
  });
  expect(rows.all('Position').map((row) => row.side)).toEqual([side]);
});
