import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortKey } from '../../src/text/sort-key.ts';

test.each([
  ['Lars Løkke Rasmussen', 'lars lokke rasmussen'],
  ['Kęstutis Budrys', 'kestutis budrys'],
  ['Łódź, Đorđe, Straße, Æsop, Œuvre', 'lodz, dorde, strasse, aesop, oeuvre'],
  ['İstanbul ve ılık', 'istanbul ve ilik'],
  ['four‑year', 'four-year'],
  ['a – b — c − d', 'a - b - c - d'],
  ['“It’s” ‘so’', "\"it's\" 'so'"],
  ['\u00a0 two\u00a0\u2009 words\n', 'two words'],
  ['ﬁve ½', 'five 1⁄2'],
  ['', ''],
  ['राम रोम रीमा', 'राम रोम रीमा'],
  ['தமிழ் සිංහල ภาษาไทย', 'தமிழ் සිංහල ภาษาไทย'],
  ['ガザ がざ ﾊﾟ', 'ガザ がざ パ'],
  ['김정은', '김정은'],
  ['Donau\u00addampf\u00adschiff', 'donaudampfschiff'],
  ['Noam \u200eLevi\u200f \u2068x\u2069', 'noam levi x'],
  ['علی\u200cرضا مُحَمَّد', 'علیرضا محمد'],
  ['שָׁלוֹם בית־לחם צה״ל', 'שלום בית-לחם צה"ל'],
  ['Лукʼянов Лук’янов', "лук'янов лук'янов"],
  ['ΟΔΥΣΣΕΑΣ Οδυσσέας', 'οδυσσεασ οδυσσεασ'],
])('the key of %j is %j', (text, key) => {
  expect(sortKey(text)).toBe(key);
});

test('the key of a key is the same key', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sortKey(sortKey(text)) === sortKey(text)));
});
