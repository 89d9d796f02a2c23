import type { Dataset, Row } from '../differential/dataset.ts';
import { checksum, keyed } from '../differential/random-row.ts';

/** A tie between two actors in one context (article, event, title, proposal ...), once in each direction. */
export interface Tie {
  readonly kind: string;
  readonly a: string;
  readonly b: string;
  readonly context: string;
  /** The article that documents the end of `a`, and the one for `b`. */
  readonly articles: readonly [string, string];
  /** The assertions that document the two ends, for kinds of ties that have assertions. */
  readonly assertions: readonly string[];
}

interface End {
  readonly actor: string;
  readonly context: string;
  readonly article: string;
  readonly assertion?: string;
  readonly side?: string;
}

/** All ties between actors, found with plain loops over the rows. */
export function tiesOf(dataset: Dataset): readonly Tie[] {
  const rows = (table: string): readonly Row[] => dataset[table] ?? [];
  const articleOf = (row: Row) => text(rows('Assertion').find(({ id }) => id === row.id)?.articleId);
  const mentions = rows('Mention')
    .filter(({ actorId, kind }) => actorId !== null && ['NAME', 'INSERTION'].includes(text(kind)))
    .map((row) => ({ actor: text(row.actorId), context: text(row.articleId), article: text(row.articleId) }));
  const present = rows('Participation')
    .filter(({ role }) => ['HOST', 'PARTICIPANT', 'REMOTE'].includes(text(role)))
    .map((row) => ({
      actor: text(row.actorId),
      context: text(row.eventId),
      article: articleOf(row),
      assertion: text(row.id),
    }));
  const sides = rows('Position')
    .filter(({ side }) => side !== 'NEITHER')
    .map((row) => ({
      actor: text(row.actorId),
      context: text(row.proposalId),
      article: articleOf(row),
      assertion: text(row.id),
      side: text(row.side),
    }));
  const link = (row: Row, [one, other]: readonly [string, string], article: string) =>
    row[one] && row[other] ? [[text(row[one]), text(row[other]), article, text(row.id)] as const] : [];
  const titles = rows('Title').flatMap((row) => link(row, ['personId', 'organisationId'], articleOf(row)));
  const members = [
    ...rows('Membership').flatMap((row) => link(row, ['memberId', 'groupId'], articleOf(row))),
    ...rows('Source').flatMap((row) => link(row, ['id', 'memberOfId'], text(row.articleId))),
    ...rows('Source').flatMap((row) => link(row, ['id', 'partOfId'], text(row.articleId))),
  ];
  const both = (kind: string, links: readonly (readonly [string, string, string, string])[]): Tie[] =>
    links.flatMap(([a, b, article, context]) => [
      { kind, a, b, context, articles: [article, article], assertions: [] },
      { kind, a: b, b: a, context, articles: [article, article], assertions: [] },
    ]);
  return [
    ...among('MENTIONED_TOGETHER', mentions, () => true),
    ...among('MET', present, () => true),
    ...among('SAME_SIDE', sides, (x, y) => x.side === y.side),
    ...among('OPPOSITE_SIDES', sides, (x, y) => x.side !== y.side),
    ...both('TITLE', titles),
    ...both('MEMBER', members),
  ];
}

function among(kind: string, ends: readonly End[], tied: (x: End, y: End) => boolean): Tie[] {
  return ends.flatMap((x) =>
    ends
      .filter((y) => y.context === x.context && y.actor !== x.actor && tied(x, y))
      .map((y) => ({
        kind,
        a: x.actor,
        b: y.actor,
        context: x.context,
        articles: [x.article, y.article] as const,
        assertions: [x.assertion ?? [], y.assertion ?? []].flat(),
      })),
  );
}

/** Compares ids by the natural order of their rows. */
export function inOrder(dataset: Dataset, table: string): (a: string, b: string) => number {
  const rows = [...(dataset[table] ?? [])].sort(
    (a, b) => bytes(text(a.sortKey), text(b.sortKey)) || bytes(text(a.id), text(b.id)),
  );
  const places = new Map(rows.map(({ id }, place) => [text(id), place]));
  return (a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1);
}

function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function text(value: unknown): string {
  return String(value);
}

/** `size` people, all named in one article. */
export function crowd(size: number): Dataset {
  const numbers = Array.from({ length: size }, (_, i) => String(i).padStart(5, '0'));
  const article = {
    id: 'Article_1',
    slug: 'a',
    sortKey: 'a',
    language: 'en',
    originKind: 'UNKNOWN',
    originBasis: 'UNKNOWN',
    sharedOriginId: 'Origin_1',
  };
  return {
    Origin: [{ id: 'Origin_1', sortKey: 'a' }],
    Article: [
      {
        ...article,
        ...keyed('headline', 'A crowd'),
        ...keyed('shortName', 'A crowd'),
        ...keyed('summary', 'Many people.'),
        textSha256: checksum(1),
        textLength: size,
      },
    ],
    Actor: numbers.map((n) => ({
      id: `Person_${n}`,
      slug: `person-${n}`,
      sortKey: n,
      ...keyed('name', n),
      actorType: 'PERSON',
    })),
    Person: numbers.map((n) => ({ id: `Person_${n}`, actorType: 'PERSON' })),
    ActorSlug: numbers.map((n) => ({ slug: `person-${n}`, actorId: `Person_${n}` })),
    Mention: numbers.map((n, start) => ({
      id: `Mention_${n}`,
      sortKey: n,
      articleId: article.id,
      actorId: `Person_${n}`,
      ...keyed('text', 'x'),
      start,
      end: start + 1,
      zone: 'BODY',
      kind: 'NAME',
    })),
  };
}
