import { beforeAll, expect, test } from 'vitest';
import { checkFiles } from '../../src/import/check.ts';
import { parseFile } from '../../src/import/parse.ts';
import { readFolder } from '../../src/import/read.ts';
import type { Rows } from '../../src/import/rows.ts';

let rows: Rows;
beforeAll(async () => {
  const { files } = await readFolder('seeds');
  rows = checkFiles(files.map(parseFile), true).rows;
});

/** The id of the actor or proposal with a slug. */
const idOf = (model: 'Actor' | 'Proposal', slug: string) => rows.all(model).find((row) => row.slug === slug)?.id;

test('every quotation of the five articles is in the seeds once', () => {
  const counts = new Map(rows.all('Article').map(({ id, slug }) => [id, { slug, quoted: 0 }]));
  for (const { articleId, rendering } of rows.all('Wording')) {
    const count = counts.get(articleId);
    if (count && rendering === 'QUOTED') count.quoted += 1;
  }
  expect([...counts.values()]).toEqual([
    { slug: '000-platinum-standard', quoted: 31 },
    { slug: '001-nato-style-guarantees', quoted: 12 },
    { slug: '002-washington-agrees', quoted: 8 },
    { slug: '003-territory-still-key', quoted: 22 },
    { slug: '004-officials-say', quoted: 0 },
  ]);
});

test('the seeds have at least 90 positions', () => {
  expect(rows.all('Position').length).toBeGreaterThanOrEqual(90);
});

test("Russia objects to changes to President Trump's peace plan, not to the plan", () => {
  const opponents = (slug: string) =>
    rows
      .where('Position', 'proposalId', String(idOf('Proposal', slug)))
      .filter(({ stance }) => stance === 'OPPOSES')
      .map(({ actorId }) => rows.get('Actor', actorId)?.slug);
  expect(opponents('trump-peace-plan')).toEqual([]);
  // Ushakov says "we": the position is Russia's, not his own.
  expect(opponents('changes-to-peace-plan')).toEqual(['russia', 'russia']);
});

test('a Kremlin aide speaks for Russia, and the head of MI6 for the United Kingdom', () => {
  const textsOf = (state: string) => {
    const speakers = rows.where('ActorOrganisation', 'organisationId', String(idOf('Actor', state)));
    return speakers.flatMap(({ actorId }) => rows.where('Wording', 'speakerId', actorId).map(({ text }) => text));
  };
  expect(textsOf('russia')).toEqual(
    expect.arrayContaining([
      'If relevant amendments are made, we will have very strong objections',
      'There will be provisions which are completely unacceptable for us, including on territorial issues.',
    ]),
  );
  expect(textsOf('united-kingdom')).toContain(
    'We all continue to face the menace of an aggressive, expansionist and revisionist Russia',
  );
});
