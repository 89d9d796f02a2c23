import type { Basis, CreditCapacity, DayFragment } from '../generated/operation.ts';

/** An enum's value as people read it: `EXPECTED_TO_OPPOSE` is "expected to oppose". */
export function wordOf(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** `2025-12-15` as "15 December 2025", wherever the reader is. */
export function dayOf(date: string): string {
  return dayFormat.format(dateOf(date));
}

function dateOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** `15 – 21 December 2025`: with the same blanks in every browser and on the server. */
function rangeOf(earliest: string, latest: string): string {
  return dayFormat.formatRange(dateOf(earliest), dateOf(latest)).replace(/\s*–\s*/u, ' – ');
}

/** A date as far as it is known, with how it is printed where that says more. */
export function whenOf(when: DayFragment | null): string {
  if (!when) return 'no date given';
  const { earliest, latest, text } = when;
  if (earliest && latest) return earliest === latest ? dayOf(earliest) : rangeOf(earliest, latest);
  if (earliest) return `from ${dayOf(earliest)}`;
  if (latest) return `until ${dayOf(latest)}`;
  return text ?? 'no date given';
}

/** When an article was published; when it was updated, where that is all it says. */
export function publishedOf({
  published,
  updated,
}: {
  published: DayFragment | null;
  updated: DayFragment | null;
}): string {
  return published || !updated ? whenOf(published) : `updated ${whenOf(updated)}`;
}

/** "1 article", "2 articles". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How sure it is that an article says so, in words that need no glossary. */
export const BASIS: Readonly<Record<Basis, string>> = {
  STATED: 'stated in the article',
  DERIVED: 'derived from what the article states',
  INFERRED: 'inferred by the reader',
  OUTSIDE: 'known from outside the article',
  UNKNOWN: 'not known',
};

/** Dots that end no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sen|Gen|Gov|Rep|Prof|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** The first sentence of a text, and what follows it; `rest` is empty where nothing does. */
export function firstSentence(text: string): { readonly first: string; readonly rest: string } {
  for (const { index, 0: end } of text.matchAll(/[.?!]["'”’)]*(?=\s+["'“‘(]?[\p{Lu}\d])/gu)) {
    const first = text.slice(0, index + end.length);
    if (!ABBREVIATION.test(first)) return { first, rest: text.slice(first.length).trim() };
  }
  return { first: text, rest: '' };
}

/** What an outlet or person did for an article. */
export const CAPACITY: Readonly<Record<CreditCapacity, string>> = {
  CITED_SOURCE: 'Cited as the origin',
  PRODUCER: 'Produced it',
  DISTRIBUTOR: 'Distributed it',
  PUBLISHER: 'Published it',
  COPYRIGHT: 'Holds the rights',
  BYLINE: 'Wrote it',
  ASSISTANCE: 'Helped',
  PHOTO: 'Photographs',
};
