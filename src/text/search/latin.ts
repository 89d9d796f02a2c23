import { wordsIn } from './words.ts';

/** Cyrillic and Greek letters, as sort keys have them, in Latin letters. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  ђ: 'd',
  е: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  ѕ: 'dz',
  и: 'i',
  і: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  // Greek digraphs that are not spelled letter by letter
  ου: 'ou',
  αυ: 'av',
  ευ: 'ev',
  μπ: 'b',
  ντ: 'd',
  γκ: 'g',
  γγ: 'ng',
  τζ: 'tz',
};

const WRITTEN = new RegExp(
  Object.keys(LETTERS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gu',
);

/** A sort key with Cyrillic and Greek letters in Latin letters. */
export function latin(key: string): string {
  return key.replace(WRITTEN, (letters) => LETTERS[letters] ?? letters);
}

/** Letters that spellings of one name exchange, in the order in which they are replaced. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}\p{N}]/gu, ''],
  [/shch|sch|sh|zh/g, 's'],
  [/ts|tz|cz/g, 's'],
  [/kh|gh|g/g, 'h'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/[jy]/g, 'i'],
  [/ie/g, 'e'],
  [/(.)\1+/gu, '$1'],
];

/**
 * A word of a name as it sounds, roughly: equal for its usual spellings in Latin, Cyrillic and Greek letters.
 *
 * @example soundOf('zelenskyy') // "selenski", like "zelensky", "zelenskiy", "selenskyj" and "зеленськии"
 */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [letters, one]) => sound.replace(letters, one), latin(word));
}

/** The token of how a word of a name sounds. */
export function soundToken(word: string): string {
  return `0s${soundOf(word)}`;
}

/** The words of a sort key for their sounds: an apostrophe in a word is left out, as spellings of "Лук'янов" do. */
export function soundWords(key: string): readonly string[] {
  return wordsIn(key.replace(/(?<=\p{L})'(?=\p{L})/gu, ''));
}
