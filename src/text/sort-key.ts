/** Letters that NFKD does not decompose, and interchangeable punctuation marks. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
};

const SUBSTITUTED = new RegExp(`[${Object.keys(SUBSTITUTES).join('')}]`, 'gu');

/**
 * Normalises a text so that every database sorts and compares it in the same way (by code points, COLLATE "C"):
 * lower case, no accents, every dash as `-`, straight quotation marks, single spaces.
 * The import stores it in the `<column>Key` columns; query arguments are normalised too.
 *
 * @example sortKey(' Lars  Løkke‑Rasmussen’s ') // "lars lokke-rasmussen's"
 */
export function sortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(SUBSTITUTED, (letter) => SUBSTITUTES[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
}
