import type { AnnotationLevel, Basis, CreditCapacity, DayFragment, DisagreementKind } from '../generated/operation.ts';

/** An enum value in words: `EXPECTED_TO_OPPOSE` is "expected to oppose". */
export function wordOf(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

/** A slug as a name, where the name is not known: `kaja-kallas` is "Kaja Kallas". */
export function asName(slug: string): string {
  return slug.split('-').map(capital).join(' ');
}

/** With its first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** `2025-12-15` as "15 December 2025", in every time zone. */
export function dayOf(date: string): string {
  return dayFormat.format(dateOf(date));
}

function dateOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** `15 – 21 December 2025`: with the same spaces in every browser and on the server. */
function rangeOf(earliest: string, latest: string): string {
  return dayFormat.formatRange(dateOf(earliest), dateOf(latest)).replace(/\s*–\s*/u, ' – ');
}

/** A date as precisely as it is known; the printed words if nothing else is. */
export function whenOf(when: DayFragment | null): string {
  if (!when) return 'no date given';
  const { earliest, latest, text } = when;
  if (earliest && latest) return earliest === latest ? dayOf(earliest) : rangeOf(earliest, latest);
  if (earliest) return `from ${dayOf(earliest)}`;
  if (latest) return `by ${dayOf(latest)}`;
  return text ?? 'no date given';
}

/** A remark after a date that the article does not give: " (inferred)". */
export function cautionOf({ basis }: Pick<DayFragment, 'basis'>): string {
  return basis === 'STATED' || basis === 'DERIVED' ? '' : ` (${BASIS_LABEL[basis]})`;
}

/** What kind of source it is: named actors can speak as one, too. */
export function sourceKindOf({
  collective,
  members,
  document,
}: {
  collective: boolean;
  members: { totalCount: number };
  document: object | null;
}): string {
  if (document) return 'Authors of a joint statement';
  if (members.totalCount > 0) return 'Named actors together';
  return collective ? 'Unnamed group' : 'Unnamed source';
}

/** When an article was published, or last updated if only that is known. */
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

/** How far an article has been read, if not in full: an empty list may only mean that nobody has looked. */
export const ANNOTATED: Readonly<Record<AnnotationLevel, string>> = {
  QUOTATIONS: 'Positions not yet read: only quotations, people, dates and credits are recorded so far.',
  POSITIONS: 'Facts not yet read: quotations and positions are recorded, but no claims, statuses and events so far.',
  FULL: '',
};

/** Where a fact comes from, in plain words. */
export const BASIS: Readonly<Record<Basis, string>> = {
  STATED: 'stated in the article',
  DERIVED: 'derived from what the article states',
  INFERRED: 'inferred, not stated',
  OUTSIDE: 'background knowledge, not in the article',
  UNKNOWN: 'unknown',
};

/** The basis as a short label. */
export const BASIS_LABEL: Readonly<Record<Basis, string>> = {
  STATED: 'stated',
  DERIVED: 'derived',
  INFERRED: 'inferred',
  OUTSIDE: 'background knowledge',
  UNKNOWN: 'unknown',
};

/** What kind of disagreement it is, for readers. */
export const DISAGREEMENT: Readonly<Record<DisagreementKind, string>> = {
  CONTRADICTION: 'contradiction',
  DIFFERENT_SCOPE: 'different scope',
  CHANGE_OVER_TIME: 'change over time',
  CERTAINTY: 'certainty',
  WORDING: 'wording',
};

/** Abbreviations, whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sen|Gen|Gov|Rep|Prof|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** The first sentence of a text, and the rest, which may be empty. */
export function firstSentence(text: string): { readonly first: string; readonly rest: string } {
  for (const { index, 0: end } of text.matchAll(/[.?!]["'”’)]*(?=\s+["'“‘(]?[\p{Lu}\d])/gu)) {
    const first = text.slice(0, index + end.length);
    if (!ABBREVIATION.test(first)) return { first, rest: text.slice(first.length).trim() };
  }
  return { first: text, rest: '' };
}

/** The role of an outlet or a person in an article. */
export const CAPACITY: Readonly<Record<CreditCapacity, string>> = {
  CITED_SOURCE: 'Cited source',
  PRODUCER: 'Producer',
  DISTRIBUTOR: 'Distributor',
  PUBLISHER: 'Publisher',
  COPYRIGHT: 'Copyright holder',
  BYLINE: 'Author',
  ASSISTANCE: 'Contributor',
  PHOTO: 'Photographer',
};
