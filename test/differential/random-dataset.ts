import { type ModelName, models } from '../../src/model/model.ts';
import { sha256 } from '../../src/text/sha256.ts';
import type { Choice } from '../support/choice.ts';
import type { Dataset, Row } from './dataset.ts';
import { withDerivedRows } from './derived-row.ts';
import { checksum, keyed, Rows } from './random-row.ts';

/** Makes the columns of a row that depend on each other; null if the row cannot be made. */
type Make = (rows: Rows, number: number) => Row | null;

/** The entities in an order in which references find rows, each with the columns that cannot be chosen independently. */
const ENTITIES: Readonly<Partial<Record<ModelName, Make>>> = {
  Outlet: ({ choice }) => ({ website: choice.chance(50) ? choice.pick(['Example.com', 'example.ORG/x']) : null }),
  Article: article,
  ArticleLink: (rows) => different(rows, { articleId: 'Article', targetId: 'Article' }),
  Proposal: () => ({}),
  Event: () => ({}),
  Person: (rows, number) => slugs(rows, 'Person', number),
  Organisation: (rows, number) => slugs(rows, 'Organisation', number),
  Source: (rows, number) => (rows.id('Article') ? slugs(rows, 'Source', number) : null),
  Quote: () => ({}),
  Position: position,
  ProposalStatus: asserted,
  ProposalLink: (rows) => also(asserted(rows), different(rows, { proposalId: 'Proposal', targetId: 'Proposal' })),
  Title: asserted,
  Membership: (rows) => also(asserted(rows), different(rows, { memberId: 'Actor', groupId: 'Organisation' })),
  Participation: asserted,
  Credit: (rows) => also(credit(rows), either(rows, { outletId: 'Outlet', contributorId: 'Person' })),
  Claim: (rows) =>
    also(claim(rows), either(rows, { aboutActorId: 'Actor', aboutProposalId: 'Proposal', aboutEventId: 'Event' })),
  Wording: wording,
  WordingPart: wordingPart,
  Mention: (rows) => also(mention(rows), either(rows, { actorId: 'Actor', proposalId: 'Proposal' })),
  Silence: (rows) => {
    const start = rows.offset();
    return { start, end: start + rows.small() };
  },
  Alias: (rows) => either(rows, { actorId: 'Actor', proposalId: 'Proposal' }),
  Disagreement: () => ({}),
  Account: (_rows, number) => ({ ordinal: number }),
  Contrast: (rows) => different(rows, { accountId: 'Account', otherId: 'Account' }),
  Dataset: (_rows, number) => (number === 1 ? {} : null),
};

/** Random rows of all tables. */
export function randomRows(choice: Choice): Dataset {
  const rows = new Rows(choice);
  for (const number of [1, 2, 3]) rows.add('Origin', number);
  rows.put('ClaimKey', { name: 'sum', description: 'A sum.' });
  rows.put('ClaimKey', { name: 'age', description: 'An age.' });
  for (const [model, make] of Object.entries(ENTITIES) as [ModelName, Make][]) {
    rows.times((number) => {
      const given = make(rows, number);
      if (given) rows.add(model, number, given);
    });
  }
  for (const { name, link } of Object.values(models)) if (link) addLinks(rows, name);
  return withDerivedRows(rows.rows);
}

/** Links some rows of two tables, each pair once, no row with itself. */
function addLinks(rows: Rows, model: ModelName): void {
  const ends = Object.values(models[model].relations);
  const seen = new Set<string>();
  for (const _ of Array(rows.choice.int(0, 8))) {
    const row = Object.fromEntries(ends.map(({ from, model }) => [from, rows.id(model)]));
    const key = JSON.stringify(row);
    const ids = Object.values(row);
    if (ids.includes(null) || new Set(ids).size < ids.length || seen.has(key)) continue;
    seen.add(key);
    rows.put(model, row);
  }
}

function also(row: Row | null, more: Row | null): Row | null {
  return row && more && { ...row, ...more };
}

/** References to different rows. */
function different(rows: Rows, columns: Readonly<Record<string, ModelName>>): Row | null {
  const ids = Object.values(columns).map((model) => rows.id(model));
  if (ids.includes(null) || new Set(ids).size < ids.length) return null;
  return Object.fromEntries(Object.keys(columns).map((column, i) => [column, ids[i] ?? null]));
}

/** Fills one of these references, most often the first; the others are null. */
function either(rows: Rows, columns: Readonly<Record<string, ModelName>>): Row | null {
  const entries = Object.entries(columns);
  const [chosen, model] = rows.choice.pick(rows.choice.chance(50) ? entries.slice(0, 1) : entries);
  const id = rows.id(model);
  return id ? Object.fromEntries(entries.map(([column]) => [column, column === chosen ? id : null])) : null;
}

function article(rows: Rows, number: number): Row {
  const { choice } = rows;
  const body = choice.chance(60) ? `${rows.articleText()} ${number}` : null;
  if (body !== null)
    rows.put('ArticleText', { articleId: `Article_${number}`, sha256: sha256(body), ...keyed('body', body) });
  return {
    language: choice.pick(['en', 'de', 'en-GB']),
    url: choice.chance(50) ? choice.pick(['https://example.com/A', 'http://example.com/B']) : null,
    textSha256: body === null ? checksum(number) : sha256(body),
  };
}

/** The slugs of an actor: the current one and, in some cases, a former one. */
function slugs(rows: Rows, model: ModelName, number: number): Row {
  const actorId = `${model}_${number}`;
  const slug = `${model.toLowerCase()}-${number}`;
  rows.put('ActorSlug', { slug, actorId });
  if (rows.choice.chance(30)) rows.put('ActorSlug', { slug: `old-${slug}`, actorId });
  return { slug };
}

/** The columns of every assertion. */
function asserted(rows: Rows): Row {
  const start = rows.offset();
  return { start, end: start + rows.small(), ref: ref(rows) };
}

function ref({ choice }: Rows): string | null {
  return choice.chance(50) ? choice.pick(['a', 'b-1', '2']) : null;
}

function position(rows: Rows): Row {
  const stance = rows.of('Stance');
  const condition = rows.choice.chance(30) ? rows.text() : null;
  const isFor = ['PROPOSES', 'SUPPORTS', 'ACCEPTS'].includes(stance);
  const side = condition !== null ? 'NEITHER' : isFor ? 'FOR' : stance === 'OPPOSES' ? 'AGAINST' : 'NEITHER';
  return { ...asserted(rows), stance, condition, side };
}

function credit(rows: Rows): Row {
  const capacity = rows.choice.chance(40) ? 'PUBLISHER' : rows.of('CreditCapacity');
  return { ...asserted(rows), capacity };
}

function claim(rows: Rows): Row {
  const { choice } = rows;
  const amount = choice.chance(60) ? choice.pick(['0', '5', '5.50', '-3', '210000000000']) : null;
  const range = amount !== null && choice.chance(30);
  return {
    ...asserted(rows),
    amount,
    amountTo: range ? choice.pick(['210000000000', '210000000000.000000000000000000000000000001']) : null,
    comparator: amount === null ? null : rows.of('Comparator'),
    unit: amount !== null && choice.chance(70) ? choice.pick(['EUR', 'USD', 'PERCENT']) : null,
  };
}

function wording(rows: Rows, number: number): Row {
  const { choice } = rows;
  const rendering = rows.of('Rendering');
  const text = rendering === 'REPORTED' ? null : rows.text();
  const start = rows.offset();
  const compared = text !== null && choice.chance(60);
  return {
    ref: ref(rows),
    rendering,
    text,
    form: text === null ? null : rows.of('WordingForm'),
    start,
    end: start + (text === null ? rows.small() : [...text].length),
    ordinal: number,
    wholeStart: compared ? rows.small() : null,
    wholeEnd: compared ? rows.small() + 4 : null,
  };
}

function wordingPart(rows: Rows, number: number): Row {
  const change = rows.of('WordingChange');
  return {
    ordinal: number,
    change,
    text: change === 'LEFT_OUT' ? null : rows.text(),
    whole: change === 'ADDED' ? null : rows.text(),
  };
}

function mention(rows: Rows): Row {
  const { choice } = rows;
  const [text, start, zone] = [rows.text(), rows.small(), rows.of('Zone')];
  const figure = zone === 'CAPTION' && choice.chance(70) ? rows.small() : null;
  return { text, start, end: start + [...text].length, zone, figure };
}
