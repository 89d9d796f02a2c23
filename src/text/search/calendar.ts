import { sortKey } from '../sort-key.ts';
import { wordsIn } from './words.ts';

/** Languages whose names of months and scales a query may use; if two read a word differently, the first counts. */
export const LANGUAGES: readonly string[] =
  'en de fr es it pt nl sv da nb fi pl cs sk hu ro bg el ru uk sr hr tr he ar hy eu ca ga id lt hi ta'.split(' ');

/** The token of a day of the month, or of a date as YYYYMMDD. */
export function dayToken(day: number | string): string {
  return `0d${day}`;
}

/** A longer range of days gets no words for its days. */
const MOST_DAYS = 7;

const DAY = 24 * 60 * 60 * 1000;

/** The words and tokens that find a date or a short range of days, in English and in the language of an article. */
export function dateWords(earliest: string | null, latest: string | null, language: string | null): readonly string[] {
  if (earliest === null || latest === null) return [];
  const [from, to] = [Date.parse(earliest), Date.parse(latest)];
  if (to - from >= MOST_DAYS * DAY) return sameMonth(earliest, latest, language);
  const words = new Set<string>();
  for (let day = from; day <= to; day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    words
      .add(dayToken(Number(date.slice(8))))
      .add(dayToken(date.replaceAll('-', '')))
      .add(date.slice(0, 4));
    for (const name of namesOf(day, language, ['month', 'weekday'])) words.add(name);
  }
  return [...words];
}

function sameMonth(earliest: string, latest: string, language: string | null): readonly string[] {
  if (earliest.slice(0, 7) !== latest.slice(0, 7)) return [];
  return [earliest.slice(0, 4), ...namesOf(Date.parse(earliest), language, ['month'])];
}

function namesOf(day: number, language: string | null, parts: readonly ('month' | 'weekday')[]): readonly string[] {
  const languages = ['en', ...(language === null || language === 'en' ? [] : [language])];
  return languages.flatMap((one) =>
    parts.flatMap((part) => {
      const styles = part === 'month' ? (['long', 'short'] as const) : (['long'] as const);
      return styles.flatMap((style) => wordsIn(sortKey(nameOf(day, one, { [part]: style }))));
    }),
  );
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function nameOf(day: number, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = FORMATS.get(key);
  if (!format) {
    // With the day, since some languages inflect the month next to it.
    format = new Intl.DateTimeFormat([language, 'en'], {
      ...options,
      ...(options.month && { day: 'numeric' }),
      timeZone: 'UTC',
    });
    FORMATS.set(key, format);
  }
  const wanted = options.month ? 'month' : 'weekday';
  return format.formatToParts(day).find(({ type }) => type === wanted)?.value ?? '';
}

let months: ReadonlySet<string> | undefined;

/** Whether a word is the name of a month in one of the languages. */
export function isMonth(word: string): boolean {
  months ??= new Set(
    LANGUAGES.flatMap((language) =>
      Array.from({ length: 12 }, (_, month) => namesOf(Date.UTC(2025, month, 15), language, ['month'])).flat(),
    ),
  );
  return months.has(word);
}
