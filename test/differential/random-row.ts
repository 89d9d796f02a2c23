import { type EnumName, enums } from '../../src/model/model.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import type { Choice } from '../support/choice.ts';
import type { Dataset, Row, Value } from './dataset.ts';
import { randomAssertions } from './random-assertion.ts';
import { randomDisagreements, soundDisagreements } from './random-disagreement.ts';

const WORDS = ['plan', 'Plan', 'Ärger', 'arger', 'Łódź', '100% “so”', 'a_b😀', '\uFFFDx\\y', 'Zelenskyy', 'Zelensky'];
const SORT_KEYS = ['', 'a', 'a', 'b', 'b', 'é', '\uFFFD', '😀'];
const DAYS = ['2024-02-29', '2025-12-14', '2025-12-15', '2025-12-16', '2025-12-31', '2026-01-01'];
const LENGTHS = [0, 1, 2, 3, 4, 5, 6, 8];

/** Makes random values and rows; what it chooses for references stands in `rows` already. */
export class Rows {
  readonly choice: Choice;
  readonly rows: Record<string, Row[]> = {};

  constructor(choice: Choice) {
    this.choice = choice;
  }

  add(table: string, row: Row): Row {
    const list = this.rows[table] ?? [];
    this.rows[table] = list;
    list.push(row);
    return row;
  }

  /** As many as chosen from a few small numbers, often none. */
  times(make: (number: number) => void): void {
    const count = this.choice.pick(LENGTHS);
    for (let number = 1; number <= count; number++) make(number);
  }

  /** The id of some row of a table; null when there is none. */
  id(table: string): string | null {
    const rows = this.rows[table] ?? [];
    return rows.length ? String(this.choice.pick(rows).id) : null;
  }

  /** An id or, often, null. */
  idOrNull(table: string): string | null {
    return this.choice.chance(50) ? this.id(table) : null;
  }

  text(): string {
    const { choice } = this;
    return choice.many([1, choice.pick([1, 1, 1, 2])], () => choice.pick(WORDS)).join(' ');
  }

  textOrNull(): string | null {
    return this.choice.chance(50) ? this.text() : null;
  }

  of(name: EnumName): string {
    return this.choice.pick(Object.keys(enums[name].values));
  }

  sortKey(): string {
    return this.choice.pick(SORT_KEYS);
  }

  /** A number that repeats often. */
  small(): number {
    return this.choice.int(1, 4);
  }

  /** Where something begins in a text: sometimes so far that a context of it is cut. */
  offset(): number {
    return this.choice.chance(20) ? this.choice.int(190, 450) : this.small();
  }

  /** The columns of a date as far as it is known; all null when nothing is. */
  when(name: string): Row {
    const { choice } = this;
    const day = () => (choice.chance(65) ? choice.pick(DAYS) : null);
    const [a, b] = [day(), day()];
    const [earliest, latest] = a && b && (a > b || choice.chance(40)) ? [b, b] : [a, b];
    const time = choice.chance(30) ? choice.pick(['9 a.m.', '10:00', 'Noon']) : null;
    const text = this.textOrNull();
    const known = [earliest, latest, time, text].some((part) => part !== null) && choice.chance(85);
    const parts: Row = known ? { earliest, latest, time, text } : {};
    const column = (part: string) => `${name}${part[0]?.toUpperCase()}${part.slice(1)}`;
    const values = ['earliest', 'latest', 'time'].map((part) => [column(part), parts[part] ?? null] as const);
    return {
      ...Object.fromEntries(values),
      ...keyed(column('text'), parts.text ?? null),
      [column('basis')]: known ? this.of('Basis') : null,
    };
  }
}

/** A text column with its sort key beside it. */
export function keyed(column: string, text: Value): Row {
  return { [column]: text, [`${column}Key`]: typeof text === 'string' ? sortKey(text) : null };
}

/** 64 hexadecimal digits, different for each number. */
export function checksum(number: number): string {
  return number.toString(16).padStart(64, '0');
}

/** A random small knowledge base. */
export function randomRows(choice: Choice): Dataset {
  const rows = new Rows(choice);
  rows.times((number) => rows.add('Outlet', outlet(rows, number)));
  for (const number of [1, 2, 3]) rows.add('Origin', { id: `Origin_${number}`, sortKey: rows.sortKey() });
  rows.times((number) => rows.add('Article', article(rows, number)));
  if (rows.id('Article')) rows.times((number) => articleLink(rows, number));
  rows.times((number) => rows.add('Proposal', proposal(rows, number)));
  rows.times((number) => rows.add('Event', event(rows, number)));
  rows.times((number) => actor(rows, 'Person', number));
  rows.times((number) => actor(rows, 'Organisation', number));
  if (rows.id('Article')) rows.times((number) => actor(rows, 'Source', number));
  rows.times((number) => rows.add('Quote', quote(rows, number)));
  link(rows, 'EventProposal', ['eventId', 'Event'], ['proposalId', 'Proposal']);
  link(rows, 'QuoteAbout', ['quoteId', 'Quote'], ['actorId', 'Actor']);
  link(rows, 'QuoteProposal', ['quoteId', 'Quote'], ['proposalId', 'Proposal']);
  link(rows, 'QuoteDistinction', ['quoteId', 'Quote'], ['otherId', 'Quote']);
  randomAssertions(rows);
  randomDisagreements(rows);
  return { ...rows.rows, ...soundDisagreements(rows.rows) };
}

/** Links between some rows of two tables, each pair once, none of a row with itself. */
export function link(rows: Rows, table: string, ...ends: readonly (readonly [string, string])[]): void {
  const seen = new Set<string>();
  for (const _ of Array(rows.choice.int(0, 8))) {
    const row = Object.fromEntries(ends.map(([column, to]) => [column, rows.id(to)]));
    const key = JSON.stringify(row);
    const ids = Object.values(row);
    if (ids.includes(null) || new Set(ids).size < ids.length || seen.has(key)) continue;
    seen.add(key);
    rows.add(table, row);
  }
}

function outlet(rows: Rows, number: number): Row {
  const website = rows.choice.chance(50) ? rows.choice.pick(['Example.com', 'example.ORG/x']) : null;
  return { ...named(rows, 'Outlet', number), kind: rows.of('OutletKind'), website };
}

function article(rows: Rows, number: number): Row {
  const { choice } = rows;
  const body = choice.chance(60) ? `${articleText(rows)} ${number}` : null;
  if (body !== null) rows.add('ArticleText', { sha256: sha256(body), ...keyed('body', body) });
  return {
    id: `Article_${number}`,
    slug: `article-${number}`,
    sortKey: rows.sortKey(),
    ...keyed('headline', rows.text()),
    ...keyed('alternativeHeadline', rows.textOrNull()),
    ...keyed('section', rows.textOrNull()),
    language: choice.pick(['en', 'de', 'en-GB']),
    url: choice.chance(50) ? choice.pick(['https://example.com/A', 'http://example.com/B']) : null,
    ...keyed('summary', rows.text()),
    ...keyed('dateline', rows.textOrNull()),
    ...rows.when('published'),
    ...rows.when('updated'),
    origin: rows.of('OriginKind'),
    originBasis: rows.of('Basis'),
    sharedOriginId: rows.id('Origin'),
    textSha256: body === null ? checksum(number) : sha256(body),
    textLength: rows.small(),
  };
}

/** A text of an article, sometimes so long that a context of it is cut. */
function articleText({ choice }: Rows): string {
  const words = choice.many([1, 4], () => choice.pick(WORDS));
  const parts = choice.chance(40) ? Array(80).fill(words).flat() : words;
  return parts.join(choice.pick([' ', '\n', '. ', 'x']));
}

function articleLink(rows: Rows, number: number): void {
  const [articleId, targetId] = [rows.id('Article'), rows.id('Article')];
  if (articleId === targetId) return;
  const [relation, basis] = [rows.of('ArticleRelation'), rows.of('Basis')];
  const gloss = keyed('gloss', rows.text());
  rows.add('ArticleLink', {
    id: `ArticleLink_${number}`,
    sortKey: rows.sortKey(),
    articleId,
    targetId,
    relation,
    basis,
    ...gloss,
  });
}

function proposal(rows: Rows, number: number): Row {
  return { ...named(rows, 'Proposal', number), kind: rows.of('ProposalKind'), ...keyed('summary', rows.text()) };
}

function event(rows: Rows, number: number): Row {
  const place = keyed('place', rows.textOrNull());
  return { ...named(rows, 'Event', number), kind: rows.of('EventKind'), ...place, ...rows.when('when') };
}

function named(rows: Rows, model: string, number: number): Row {
  return {
    id: `${model}_${number}`,
    slug: `${model.toLowerCase()}-${number}`,
    sortKey: rows.sortKey(),
    ...keyed('name', rows.text()),
  };
}

function actor(rows: Rows, model: 'Person' | 'Organisation' | 'Source', number: number): void {
  const { choice } = rows;
  const actorType = model.toUpperCase();
  const row = rows.add('Actor', { ...named(rows, model, number), actorType });
  const { id = null, slug = null } = row;
  rows.add('ActorSlug', { slug, actorId: id });
  if (choice.chance(30)) rows.add('ActorSlug', { slug: `old-${slug}`, actorId: id });
  if (model === 'Person') rows.add('Person', { id, actorType });
  if (model === 'Organisation') rows.add('Organisation', { id, actorType, kind: rows.of('OrganisationKind') });
  if (model === 'Source') {
    rows.add('Source', {
      partOfId: rows.idOrNull('Source'),
      id,
      actorType,
      ...keyed('printedAs', rows.text()),
      collective: choice.chance(50),
      ...keyed('anonymityReason', rows.textOrNull()),
      articleId: rows.id('Article'),
      memberOfId: rows.idOrNull('Organisation'),
      documentId: rows.idOrNull('Proposal'),
    });
  }
}

function quote(rows: Rows, number: number): Row {
  return {
    id: `Quote_${number}`,
    slug: `quote-${number}`,
    sortKey: rows.sortKey(),
    ...keyed('text', rows.text()),
    speakerId: rows.idOrNull('Actor'),
    consistent: rows.choice.chance(70),
    eventId: rows.idOrNull('Event'),
  };
}
