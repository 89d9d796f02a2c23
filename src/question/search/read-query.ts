import { amountIn } from '../../text/search/amount.ts';
import { dayToken, isMonth } from '../../text/search/calendar.ts';
import { latin, soundOf, soundToken, soundWords } from '../../text/search/latin.ts';
import { stanceAsked } from '../../text/search/stance.ts';
import { isStopWord, wordsIn } from '../../text/search/words.ts';
import { sortKey } from '../../text/sort-key.ts';

/** A longer query is not searched for as the beginning of a name, in other keyboard layouts or with typing errors. */
export const MAX_NAME_LENGTH = 200;

/** More words are not searched for with typing errors. */
const MOST_CORRECTED = 8;

/** A text as search reads it. The expressions are for to_tsquery; null if they have no words. */
export interface ReadQuery {
  /** The words, all of which have to be in a document. */
  readonly words: string | null;
  /** The same words, but only in a document's own and related names and facts. */
  readonly related: string | null;
  /** The same words, but only in a document's own names and facts. */
  readonly named: string | null;
  /** Any of the words. */
  readonly any: string | null;
  /** Any of the words, as it is written or sounds, in a related name. */
  readonly speaker: string | null;
  /** The words that must not be in a document. */
  readonly without: string | null;
  /** The words as the beginning of a name. */
  readonly beginning: string | null;
  /** The text as a name: its words, and how they sound. */
  readonly name: string;
  readonly sound: string;
  /** The words to mark in a snippet. */
  readonly marked: string;
  /** The words in which typing errors are corrected, in Latin letters, and how they sound; empty for a query with operators, or a long one. */
  readonly typed: readonly { readonly word: string; readonly latin: string; readonly sound: string }[];
}

/** One condition of a query: the words of a phrase, and expressions that mean the same. */
interface Term {
  readonly words: readonly string[];
  /** For to_tsquery. */
  readonly expression: string;
}

interface Item {
  readonly text: string;
  readonly quoted: boolean;
  readonly without: boolean;
}

const ITEM = /(-?)"([^"]*)"?|(-?)([^\s"]+)/gu;

/** Reads a web search: words, "a phrase", or, -not, with dates, amounts and stances. */
export function readText(text: string): ReadQuery {
  const key = sortKey(text);
  const items = [...key.matchAll(ITEM)].map(([, minus, quoted, minusOfWord, word]): Item => {
    const without = (minus || minusOfWord) === '-';
    return { text: quoted ?? word ?? '', quoted: quoted !== undefined, without };
  });
  const wanted = groupsOf(items.filter((item) => !item.without));
  const unwanted = items.filter((item) => item.without).map(({ text }) => phrase(wordsIn(text)));
  const terms = withoutStopWords(wanted);
  const all = terms.flat();
  const name = wordsIn(key);
  const isPlain = key.length <= MAX_NAME_LENGTH && !items.some(({ without, quoted }) => without || quoted);
  const words = isPlain && terms.every((group) => group.length === 1) ? all.flatMap((term) => term.words) : [];
  return {
    words: joined(terms),
    related: weighted(joined(terms), 'AC'),
    named: weighted(joined(terms), 'A'),
    any: either(all.flatMap((term) => term.words).map(quote)),
    speaker: weighted(either(all.map(({ expression }) => expression)), 'C'),
    without: either(unwanted.filter(Boolean)),
    beginning: isPlain ? beginning(name) : null,
    name: name.join(' '),
    sound: soundWords(key).map(soundOf).join(' '),
    marked: [...new Set(all.flatMap((term) => [...term.words, ...term.words.map(latin)]))].join(' '),
    typed:
      words.length <= MOST_CORRECTED ? words.map((word) => ({ word, latin: latin(word), sound: soundOf(word) })) : [],
  };
}

/** The terms of the items: all groups have to be found, one term of each. */
function groupsOf(items: readonly Item[]): readonly (readonly Term[])[] {
  const groups: Term[][] = [];
  let joins = false;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i];
    if (!item) continue;
    if (!item.quoted && item.text === 'or' && groups.length > 0 && i < items.length - 1) {
      joins = true;
      continue;
    }
    const { term, length } = item.quoted ? { term: phraseTerm(wordsIn(item.text)), length: 1 } : termAt(items, i);
    i += length - 1;
    if (!term) continue;
    if (joins) groups.at(-1)?.push(term);
    else groups.push([term]);
    joins = false;
  }
  return groups;
}

function termAt(items: readonly Item[], at: number): { term: Term | undefined; length: number } {
  const text = items[at]?.text ?? '';
  const date = dateIn(text);
  const words = wordsIn(text);
  if (date !== undefined)
    return { term: { words, expression: `(${phrase(words)} | ${quote(dayToken(date))})` }, length: 1 };
  const next = items[at + 1];
  const day = /^(\d{1,2})(?:st|nd|rd|th|\.)?,?$/.exec(text)?.[1];
  if (
    day !== undefined &&
    Number(day) <= 31 &&
    [at - 1, at + 1].some((i) => isMonth(wordsIn(items[i]?.text ?? '')[0] ?? ''))
  ) {
    return { term: { words: [day], expression: `(${quote(day)} | ${quote(dayToken(Number(day)))})` }, length: 1 };
  }
  const amount = amountIn([text, next && !next.quoted ? next.text : '']);
  if (amount) {
    const typed = [...words, ...(amount.length > 1 ? wordsIn(next?.text ?? '') : [])];
    const number = typed.flatMap((word) => word.match(/\d+|[^\d]+/gu) ?? []);
    const tokens = amount.tokens.map(quote).join(' & ');
    const unit = amount.tokens.filter((token) => token.startsWith('0u')).map(quote);
    const asWords = [phrase(typed), ...(number.length > typed.length ? [phrase(number)] : [])].join(' | ');
    const inText = unit.length > 0 && amount.length === 1 ? `((${asWords}) & ${unit.join(' & ')})` : `(${asWords})`;
    return { term: { words: typed, expression: `((${tokens}) | ${inText})` }, length: amount.length };
  }
  return { term: words.length === 1 ? termOf(words) : joinedTerm(text, words), length: 1 };
}

/** Words that are joined by punctuation: a phrase, a name with an apostrophe, or a possessive. */
function joinedTerm(text: string, words: readonly string[]): Term | undefined {
  const term = phraseTerm(words);
  const [, owner = ''] = /^([^']+)'s$/u.exec(text) ?? [];
  const own = owner === '' ? undefined : termOf(wordsIn(owner));
  if (term && own) return { words: own.words, expression: `(${term.expression} | ${own.expression})` };
  const [sounding = '', ...more] = soundWords(text);
  if (!term || more.length > 0) return term;
  return { words, expression: `(${term.expression} | ${quote(soundToken(sounding))})` };
}

/** YYYYMMDD of a date in digits: 2025-12-15, 15.12.2025, 15/12/2025, or 12/15/2025. */
function dateIn(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const [, first, second, last] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const parts = year ? [year, month, day] : Number(second) > 12 ? [last, first, second] : [last, second, first];
  if (parts.includes(undefined)) return undefined;
  return parts.map((part) => (part ?? '').padStart(2, '0')).join('');
}

function wordTerm(word: string): Term {
  const spelled = latin(word);
  const stance = stanceAsked(word);
  const others = [
    ...(spelled === word ? [] : [spelled]),
    ...(/^\p{L}{3}/u.test(spelled) ? [soundToken(word)] : []),
    ...(stance === undefined ? [] : [stance]),
  ];
  return { words: [word], expression: either([word, ...others].map(quote)) ?? '' };
}

function termOf(words: readonly string[]): Term | undefined {
  return words.length === 1 ? wordTerm(words[0] ?? '') : phraseTerm(words);
}

function phraseTerm(words: readonly string[]): Term | undefined {
  if (words.length === 0) return undefined;
  const spelled = words.map(latin);
  const isLatin = spelled.every((word, i) => word === words[i]);
  return { words, expression: isLatin ? phrase(words) : `(${phrase(words)} | ${phrase(spelled)})` };
}

/** Without terms that are only a stop word, unless there are no others: "The Who" is a name. A stance word counts. */
function withoutStopWords(groups: readonly (readonly Term[])[]): readonly (readonly Term[])[] {
  const counts = ({ words: [word = '', ...more] }: Term) =>
    more.length > 0 || !isStopWord(word) || stanceAsked(word) !== undefined;
  const kept = groups.map((group) => group.filter(counts)).filter((group) => group.length > 0);
  return kept.length > 0 ? kept : groups;
}

/** The expression that all groups are found. */
function joined(groups: readonly (readonly Term[])[]): string | null {
  const parts = new Set(groups.map((group) => either(group.map(({ expression }) => expression))));
  return parts.size === 0 ? null : [...parts].join(' & ');
}

/** The expression, if its words are found with one of these weights. */
function weighted(expression: string | null, weights: string): string | null {
  return expression?.replaceAll(/'[^']+'/gu, (word) => `${word}:${weights}`) ?? null;
}

function either(expressions: readonly string[]): string | null {
  const different = [...new Set(expressions)];
  if (different.length === 0) return null;
  return different.length === 1 ? (different[0] ?? null) : `(${different.join(' | ')})`;
}

function phrase(words: readonly string[]): string {
  if (words.length === 0) return '';
  return words.length === 1 ? quote(words[0] ?? '') : `(${words.map(quote).join(' <-> ')})`;
}

/** The last word may be incomplete. Own words of documents are searched as they are written, with the weight A. */
function beginning(words: readonly string[]): string | null {
  const parts = words.map((word, i) => `${quote(word)}:${i === words.length - 1 ? '*' : ''}A`);
  return parts.length === 0 ? null : parts.join(' & ');
}

/** Words have only letters, marks and digits. */
function quote(word: string): string {
  return `'${word}'`;
}
