import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/evidence/word.ts';
import { checkFiles } from '../../src/import/check.ts';
import { parseFile } from '../../src/import/parse.ts';
import { readFolder } from '../../src/import/read.ts';
import type { Row } from '../../src/import/row.ts';
import type { Rows } from '../../src/import/rows.ts';

/** Words that refer to something outside the gloss. */
const POINTING =
  /^(he|she|it|its|they|them|their|his|her|hers|we|our|this|these|those|such|there|both|the (former|latter)|that (is|was|has|had|would|will|may|means|makes|comes)) /i;

interface Gloss {
  /** File and line. */
  readonly at: string;
  readonly gloss: string;
}

let rows: Rows;
let glosses: readonly Gloss[];
beforeAll(async () => {
  const folder = await readFolder('seeds');
  rows = checkFiles(folder.files.map(parseFile), true).rows;
  const all = (model: 'Wording' | 'Assertion') =>
    rows.all(model).map(({ id, gloss }) => ({ at: String(rows.location(model, id)?.at('gloss')), gloss }));
  glosses = [...all('Wording'), ...all('Assertion')];
});

const shown = (list: readonly Gloss[]) => list.map(({ at, gloss }) => `${at}: ${gloss}`);

describe('a gloss of the seeds is clear on its own', () => {
  test('there are hundreds of them', () => {
    expect(glosses.length).toBeGreaterThan(400);
  });

  test('none begins with a word that refers to something outside it', () => {
    expect(shown(glosses.filter(({ gloss }) => POINTING.test(gloss)))).toEqual([]);
  });

  test('each has at least five words, begins with a capital and ends like a sentence', () => {
    const whole = (gloss: string) =>
      wordsOf(gloss).length >= 5 && /^["“]?[\p{Lu}\d]/u.test(gloss) && /[.!?]["”]?$/.test(gloss);
    expect(shown(glosses.filter(({ gloss }) => !whole(gloss)))).toEqual([]);
  });

  test('the gloss of a position names the actor and the proposal', () => {
    const failing = rows.all('Position').flatMap(({ id, actorId, proposalId }) => {
      const { gloss = '' } = rows.get('Assertion', id) ?? {};
      const lacks = [
        namesOf(actorId).some((name) => hasWords(gloss, name)) ? [] : 'the actor',
        subjectOf(proposalId).some((word) => contains(word, gloss)) ? [] : 'the proposal',
      ].flat();
      return lacks.length
        ? `${rows.location('Assertion', id)?.at('gloss')}: ${lacks.join(' and ')} is not in "${gloss}"`
        : [];
    });
    expect(failing).toEqual([]);
  });
});

function namesOf(actorId: string): string[] {
  const { name = '' } = rows.get('Actor', actorId) ?? {};
  const aliases = rows.where('Alias', 'actorId', actorId).map(({ text }) => text);
  const source = rows.get('Source', actorId);
  const person: Row<'Person'> | undefined = rows.get('Person', actorId);
  return [
    name,
    ...aliases,
    ...(source ? [source.printedAs] : []),
    ...(person ? [name.split(' ').slice(1).join(' ')] : []),
  ];
}

function hasWords(gloss: string, name: string): boolean {
  const plain = (text: string) => ` ${wordsOf(text).join(' ')} `.replaceAll("'s ", ' ');
  return plain(gloss).includes(plain(name));
}

/** Words that identify a proposal: words that few proposals share. */
function subjectOf(proposalId: string): string[] {
  const all = rows.all('Proposal').map(({ id }) => new Set(describing(id)));
  const few = (word: string) => all.filter((words) => words.has(word)).length <= all.length / 4;
  return describing(proposalId).filter(few);
}

function describing(proposalId: string): readonly string[] {
  const { name = '', summary = '' } = rows.get('Proposal', proposalId) ?? {};
  const aliases = rows.where('Alias', 'proposalId', proposalId).map(({ text }) => text);
  return [name, summary, ...aliases].flatMap(wordsOf);
}

/** Whether a gloss contains a word, perhaps with another ending. */
function contains(word: string, gloss: string): boolean {
  const stem = word.length < 5 ? word : word.slice(0, Math.max(5, word.length - 2));
  return wordsOf(gloss).some((other) => other === word || (word.length >= 5 && other.startsWith(stem)));
}
