import type { Dataset, Row, Value } from './dataset.ts';
import { checksum, keyed, link, type Rows } from './random-row.ts';

/** Adds what stands in articles to rows of all that can be spoken of: assertions, wordings, mentions, aliases, and the links between. */
export function randomAssertions(rows: Rows): void {
  rows.add('ClaimKey', { name: 'sum', description: 'A sum.' });
  rows.add('ClaimKey', { name: 'age', description: 'An age.' });
  if (rows.id('Article')) {
    for (const kind of KINDS) rows.times((number) => assertion(rows, kind, number));
    link(rows, 'AssertionProposal', ['assertionId', 'Assertion'], ['proposalId', 'Proposal']);
    if (rows.id('Quote')) rows.times((number) => rows.add('Wording', wording(rows, number)));
    if (rows.id('Wording')) rows.times((number) => rows.add('WordingPart', wordingPart(rows, number)));
    rows.times((number) => mention(rows, number));
    link(rows, 'MentionPhotoCredit', ['mentionId', 'Mention'], ['creditId', 'Credit']);
  }
  rows.times((number) => alias(rows, number));
  for (const row of publishers(rows.rows)) rows.add('ArticlePublisher', row);
  for (const row of organisations(rows.rows)) rows.add('ActorOrganisation', row);
}

interface Kind {
  readonly table: string;
  readonly type: string;
  /** The columns of its own; one that is undefined cannot be filled. */
  readonly own: (rows: Rows) => Readonly<Record<string, Value | undefined>>;
}

const KINDS: readonly Kind[] = [
  { table: 'Position', type: 'POSITION', own: position },
  {
    table: 'ProposalStatus',
    type: 'PROPOSAL_STATUS',
    own: (rows) => ({ proposalId: needed(rows, 'Proposal'), status: rows.of('Status'), ...keyed('verb', rows.text()) }),
  },
  {
    table: 'ProposalLink',
    type: 'PROPOSAL_LINK',
    own: (rows) => ({
      ...two(rows, ['proposalId', 'Proposal'], ['targetId', 'Proposal']),
      relation: rows.of('LinkRelation'),
    }),
  },
  {
    table: 'Title',
    type: 'TITLE',
    own: (rows) => ({
      personId: needed(rows, 'Person'),
      ...keyed('text', rows.text()),
      organisationId: rows.idOrNull('Organisation'),
      tenure: rows.of('Tenure'),
    }),
  },
  {
    table: 'Membership',
    type: 'MEMBERSHIP',
    own: (rows) => two(rows, ['memberId', 'Actor'], ['groupId', 'Organisation']),
  },
  {
    table: 'Participation',
    type: 'PARTICIPATION',
    own: (rows) => ({
      actorId: needed(rows, 'Actor'),
      eventId: needed(rows, 'Event'),
      role: rows.of('ParticipationRole'),
    }),
  },
  { table: 'Credit', type: 'CREDIT', own: credit },
  { table: 'Claim', type: 'CLAIM', own: claim },
];

function needed(rows: Rows, table: string): string | undefined {
  return rows.id(table) ?? undefined;
}

/** Two references that are not the same. */
function two(rows: Rows, ...ends: readonly (readonly [string, string])[]): Readonly<Record<string, Value | undefined>> {
  const ids = ends.map(([column, table]) => [column, needed(rows, table)] as const);
  return ids[0]?.[1] === ids[1]?.[1] ? { none: undefined } : Object.fromEntries(ids);
}

function assertion(rows: Rows, { table, type, own }: Kind, number: number): void {
  const columns = Object.entries(own(rows));
  if (columns.some(([, value]) => value === undefined)) return;
  const id = `${table}_${number}`;
  const start = rows.offset();
  rows.add(table, {
    id,
    assertionType: type,
    ...Object.fromEntries(columns.map(([column, value]) => [column, value ?? null])),
  });
  rows.add('Assertion', {
    id,
    sortKey: rows.sortKey(),
    assertionType: type,
    articleId: rows.id('Article'),
    start,
    end: start + rows.small(),
    sha256: checksum(rows.small()),
    paragraph: rows.small(),
    ...keyed('gloss', rows.text()),
    basis: rows.of('Basis'),
    assertedById: rows.idOrNull('Actor'),
    relayedById: rows.idOrNull('Actor'),
    quoteId: rows.idOrNull('Quote'),
  });
}

function position(rows: Rows): Readonly<Record<string, Value | undefined>> {
  const stance = rows.of('Stance');
  const side = ['PROPOSES', 'SUPPORTS', 'ACCEPTS'].includes(stance)
    ? 'FOR'
    : stance === 'OPPOSES'
      ? 'AGAINST'
      : 'NEITHER';
  return {
    actorId: needed(rows, 'Actor'),
    proposalId: needed(rows, 'Proposal'),
    stance,
    side,
    ...keyed('condition', rows.textOrNull()),
    modality: rows.of('Modality'),
    voice: rows.of('Voice'),
  };
}

function credit(rows: Rows): Readonly<Record<string, Value | undefined>> {
  const outlet = rows.choice.chance(70);
  return {
    outletId: outlet ? needed(rows, 'Outlet') : null,
    contributorId: outlet ? null : needed(rows, 'Person'),
    capacity: rows.choice.chance(40) ? 'PUBLISHER' : rows.of('CreditCapacity'),
    ordinal: rows.small(),
    figure: rows.choice.chance(40) ? rows.small() : null,
  };
}

function claim(rows: Rows): Readonly<Record<string, Value | undefined>> {
  const { choice } = rows;
  const about = choice.pick(['Actor', 'Proposal', 'Event']);
  const amount = choice.chance(60) ? choice.pick(['0', '5', '5.50', '-3', '210000000000']) : null;
  const range = amount !== null && choice.chance(30);
  const subject = (table: string) => (table === about ? needed(rows, table) : null);
  return {
    aboutActorId: subject('Actor'),
    aboutProposalId: subject('Proposal'),
    aboutEventId: subject('Event'),
    key: choice.pick(['sum', 'age']),
    ...keyed('value', rows.text()),
    amount,
    amountTo: range ? choice.pick(['210000000000', '210000000000.000000000000000000000000000001']) : null,
    comparator: amount === null ? null : rows.of('Comparator'),
    unit: amount !== null && choice.chance(70) ? choice.pick(['EUR', 'USD', 'PERCENT']) : null,
    convertedFromId: rows.idOrNull('Claim'),
  };
}

function wording(rows: Rows, number: number): Row {
  const { choice } = rows;
  const rendering = rows.of('Rendering');
  const text = rendering === 'REPORTED' ? null : rows.text();
  const start = rows.offset();
  return {
    id: `Wording_${number}`,
    sortKey: rows.sortKey(),
    quoteId: rows.id('Quote'),
    articleId: rows.id('Article'),
    ...keyed('text', text),
    start,
    end: start + (text === null ? rows.small() : [...text].length),
    sha256: checksum(rows.small()),
    ordinal: number,
    rendering,
    form: text === null ? null : rows.of('WordingForm'),
    zone: rows.of('Zone'),
    paragraph: rows.small(),
    ...keyed('gloss', rows.text()),
    speakerId: rows.idOrNull('Actor'),
    speakerTitleId: rows.idOrNull('Title'),
    attribution: rows.of('Attribution'),
    ...keyed('attributedAs', rows.textOrNull()),
    medium: rows.of('Medium'),
    carrierId: rows.idOrNull('Outlet'),
    ...keyed('venue', rows.textOrNull()),
    ...rows.when('said'),
    insertions: choice.many([0, choice.pick([0, 2])], () => rows.text()),
    basis: rows.of('Basis'),
    ...(text !== null && choice.chance(60)
      ? { wholeStart: rows.small(), wholeEnd: rows.small() + 4 }
      : { wholeStart: null, wholeEnd: null }),
  };
}

function wordingPart(rows: Rows, number: number): Row {
  const change = rows.of('WordingChange');
  return {
    id: `WordingPart_${number}`,
    sortKey: rows.sortKey(),
    wordingId: rows.id('Wording'),
    ordinal: number,
    change,
    ...keyed('text', change === 'LEFT_OUT' ? null : rows.text()),
    ...keyed('whole', change === 'ADDED' ? null : rows.text()),
  };
}

function mention(rows: Rows, number: number): void {
  const { choice } = rows;
  const ofActor = choice.chance(70);
  const id = rows.id(ofActor ? 'Actor' : 'Proposal');
  if (!id) return;
  const text = rows.text();
  const start = rows.small();
  const zone = rows.of('Zone');
  rows.add('Mention', {
    id: `Mention_${number}`,
    sortKey: rows.sortKey(),
    articleId: rows.id('Article'),
    actorId: ofActor ? id : null,
    proposalId: ofActor ? null : id,
    ...keyed('text', text),
    start,
    end: start + [...text].length,
    zone,
    form: rows.of('MentionForm'),
    figure: zone === 'CAPTION' && choice.chance(70) ? rows.small() : null,
    wordingId: rows.idOrNull('Wording'),
  });
}

function alias(rows: Rows, number: number): void {
  const ofActor = rows.choice.chance(70);
  const id = rows.id(ofActor ? 'Actor' : 'Proposal');
  if (!id) return;
  rows.add('Alias', {
    id: `Alias_${number}`,
    sortKey: rows.sortKey(),
    ...keyed('text', rows.text()),
    kind: rows.of('AliasKind'),
    actorId: ofActor ? id : null,
    proposalId: ofActor ? null : id,
    articleId: rows.idOrNull('Article'),
  });
}

/** The outlets that published an article: those of its credits with the capacity PUBLISHER. */
export function publishers({ Credit = [], Assertion = [] }: Dataset): readonly Row[] {
  return unique(
    Credit.filter(({ capacity, outletId }) => capacity === 'PUBLISHER' && outletId !== null).map(
      ({ id, outletId = null }) => ({
        articleId: Assertion.find((base) => base.id === id)?.articleId ?? null,
        outletId,
      }),
    ),
  );
}

/** Whom an actor speaks for: a source for what it is a member of, a person for the organisations of current titles, an organisation for itself. */
export function organisations({ Source = [], Title = [], Organisation = [] }: Dataset): readonly Row[] {
  return unique(
    [
      ...Source.map(({ id = null, memberOfId = null }) => ({ actorId: id, organisationId: memberOfId })),
      ...Title.filter(({ tenure }) => tenure === 'CURRENT').map(({ personId = null, organisationId = null }) => ({
        actorId: personId,
        organisationId,
      })),
      ...Organisation.map(({ id = null }) => ({ actorId: id, organisationId: id })),
    ].filter(({ organisationId }) => organisationId !== null),
  );
}

function unique(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
