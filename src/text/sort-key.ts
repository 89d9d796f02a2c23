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
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  ʹ: "'",
  ʻ: "'",
  ʼ: "'",
  ʽ: "'",
  ˈ: "'",
  '׳': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '״': '"',
  '«': '"',
  '»': '"',
};

const SUBSTITUTED = new RegExp(`[${Object.keys(SUBSTITUTES).join('')}]`, 'gu');

/**
 * Marks that do not make another letter: accents, and the vowel points of Hebrew and Arabic. Vowel signs of Indian scripts
 * and the voicing marks of kana do.
 */
const MARKS =
  /(?:(?=\p{M})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Coptic}])+/gu;

/**
 * Normalises a text so that every database sorts and compares it in the same way (by code points, COLLATE "C"):
 * lower case, no accents, no invisible format characters, every dash as `-`, straight quotation marks, single spaces.
 * The import stores it in the `<column>Key` columns; query arguments are normalised too.
 *
 * @example sortKey(' Lars  Løkke‑Rasmussen’s ') // "lars lokke-rasmussen's"
 */
export function sortKey(text: string): string {
  return text
    .replace(/\p{Cf}+/gu, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SUBSTITUTED, (letter) => SUBSTITUTES[letter] ?? letter)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}
