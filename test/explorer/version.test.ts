import { expect, test } from 'vitest';
import { inMarks } from '../../src/explorer/part/marks.ts';
import { type VersionWording, versionsOf } from '../../src/explorer/part/version.ts';

const wording = (article: string, text: string | null, more: Partial<VersionWording> = {}): VersionWording => ({
  article: { slug: article },
  speaker: { slug: 'ada' },
  rendering: text === null ? 'REPORTED' : 'QUOTED',
  text,
  gloss: 'Ada promises it.',
  attributedAs: null,
  ...more,
});

/** Each version as its articles and words. */
const shown = (wordings: readonly VersionWording[]) =>
  versionsOf(wordings).map(({ articles }) => [
    articles.map(([first]) => first?.article.slug).join(' '),
    articles[0]?.map(({ text, gloss }) => text ?? gloss).join(' … '),
  ]);

test('articles with the same words by the same speaker share a version, the longest version is first', () => {
  const wordings = [wording('a', 'will come'), wording('b', 'we will come'), wording('c', 'will come')];
  expect(shown(wordings)).toEqual([
    ['b', 'we will come'],
    ['a c', 'will come'],
  ]);
});

test('the same words by another speaker, or by nobody named, are a version of their own', () => {
  const wordings = [
    wording('a', 'will come'),
    wording('b', 'will come', { speaker: { slug: 'ben' } }),
    wording('c', 'will come', { speaker: null }),
    wording('d', 'will come', { speaker: null, attributedAs: 'an official' }),
  ];
  expect(shown(wordings).map(([articles]) => articles)).toEqual(['a', 'b', 'c', 'd']);
});

test('an article that quotes the words in parts has them in one version, without its headline and its reports', () => {
  const wordings = [
    wording('a', 'come', { rendering: 'ECHO', speaker: null }),
    wording('a', 'we will come'),
    wording('a', 'and stay'),
    wording('a', null),
  ];
  expect(shown(wordings)).toEqual([['a', 'we will come … and stay']]);
});

test('words that an article only repeats or reports are shown as such, reports last', () => {
  const wordings = [wording('a', null), wording('b', 'come', { rendering: 'ECHO' })];
  expect(shown(wordings)).toEqual([
    ['b', 'come'],
    ['a', 'Ada promises it.'],
  ]);
});

test('words that hold quotation marks are in marks of the other kind', () => {
  expect(inMarks('we will come')).toBe('“we will come”');
  expect(inMarks('we call it “home”')).toBe('‘we call it “home”’');
  expect(inMarks("we call it 'home'")).toBe("“we call it 'home'”");
});
