import { type ComponentChild, Fragment } from 'preact';
import { addressOf } from '../address.ts';
import type { ActorNameFragment, TieParticipationFragment } from '../generated/operation.ts';
import { ActorLabel, ArticleName, labelOf, shortNameOf } from '../part/name.tsx';
import { countOf } from '../part/word.ts';
import { StanceTag } from './stance-tag.tsx';
import { fanOf, type Neighbour, neighboursOf, TIES, type Ties, uncountedOf } from './ties.ts';

export interface ActorGraphProps {
  readonly actor: ActorNameFragment;
  readonly ties: Ties;
  /** The maximum number of neighbours. */
  readonly most?: number;
  /** Whether the evidence is folded. */
  readonly folded?: boolean;
}

/** The ties of an actor: drawn as a fan, and listed with the evidence. */
export function ActorGraph({ actor, ties, most = 16, folded = false }: ActorGraphProps) {
  const neighbours = neighboursOf(ties, most);
  if (neighbours.length === 0) return <p class="note">No ties of {shortNameOf(actor)} to others are documented.</p>;
  const kinds = TIES.filter(({ kind }) => ties[kind]);
  const totals = kinds.map(({ kind, word }) => `${word} ${ties[kind]?.totalCount ?? 0}`).join(', ');
  const evidence = (
    <ol class="neighbours" aria-label={`Ties of ${shortNameOf(actor)}, with the evidence`}>
      {neighbours.map((neighbour) => (
        <NeighbourEvidence key={neighbour.actor.slug} neighbour={neighbour} />
      ))}
    </ol>
  );
  return (
    <figure class="picture graph">
      <ul class="legend" aria-label="Legend">
        {kinds.map(({ kind, word, of }) => (
          <li key={kind}>
            <svg width="34" height="10" aria-hidden="true">
              <path class={`tie ${kind}`} d="M0 5 H34" stroke-width="2.5" />
            </svg>{' '}
            {word} (by {of})
          </li>
        ))}
      </ul>
      <div class={folded ? 'graph-folded' : 'graph-columns'}>
        <Fan actor={actor} neighbours={neighbours} />
        {folded ? (
          <details class="graph-evidence">
            <summary>Show the evidence</summary>
            {evidence}
          </details>
        ) : (
          evidence
        )}
      </div>
      <figcaption>
        Thicker lines are stronger ties. Meetings come first, then being on the same side or opposite sides of a
        proposal{ties.named && ', then being named in the same article'}. Showing {countOf(neighbours.length, 'actor')}:
        those with the twelve strongest ties of each kind. Totals: {totals}.{uncountedOf(ties)}
      </figcaption>
    </figure>
  );
}

function Fan({ actor, neighbours }: { actor: ActorNameFragment; neighbours: readonly Neighbour[] }) {
  const fan = fanOf(neighbours.map(({ counts }) => counts));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with focusable links
    <svg
      class="fan"
      viewBox={`0 0 ${fan.width} ${fan.height}`}
      role="group"
      aria-label={`Ties of ${shortNameOf(actor)}; a list with the evidence follows`}
    >
      {fan.ends.map(({ edges }, i) =>
        edges.map(({ kind, d, width }) => (
          <path key={`${neighbours[i]?.actor.slug} ${kind}`} class={`tie ${kind}`} d={d} stroke-width={width} />
        )),
      )}
      <circle class="middle" cx={fan.middle.x} cy={fan.middle.y} r="7" />
      <text class="middle-name">
        {linesOf(shorten(shortNameOf(actor), 40)).map((line, i, { length }) => (
          <tspan key={line} x="2" y={fan.middle.y - 14 - (length - 1 - i) * 17}>
            {line}
          </tspan>
        ))}
      </text>
      {fan.ends.map(({ x, y }, i) => {
        const neighbour = neighbours[i];
        return (
          neighbour && (
            <a key={neighbour.actor.slug} href={`#tie-${neighbour.actor.slug}`}>
              <circle class="end" cx={x - 4} cy={y} r="3.5" />
              <text x={x + 5} y={y - 1}>
                {shorten(labelOf(neighbour.actor), 32)}
              </text>
              <text class="tie-counts" x={x + 5} y={y + 13}>
                {countsOf(neighbour)}
              </text>
            </a>
          )
        );
      })}
    </svg>
  );
}

function countsOf({ counts }: Neighbour): string {
  return TIES.flatMap(({ kind, short }) => {
    const count = counts[kind];
    return count ? [`${short} ${count}`] : [];
  }).join(' · ');
}

/** Breaks a text into lines of about 14 characters, the space between the actor and its neighbours. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= 14) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** The articles that report both actors at an event; otherwise those that report one of them each. */
function Witnesses({ participations, of }: { participations: readonly TieParticipationFragment[]; of: string }) {
  const articles = unique(participations, ({ article }) => article.slug).map(({ article }) => article);
  const reports = (slug: string, isNeighbour: boolean) =>
    participations.some(({ article, actor }) => article.slug === slug && (actor.slug === of) === isNeighbour);
  const both = articles.filter(({ slug }) => reports(slug, true) && reports(slug, false));
  const named = both.length > 0 ? both : articles;
  return (
    <>
      according to{' '}
      {named.map((article, i) => (
        <span key={article.slug}>
          {i > 0 && (i === named.length - 1 ? ' and ' : ', ')}
          <ArticleName article={article} />
        </span>
      ))}
      {both.length === 0 && named.length > 1 && ' (each reports one of them)'}
    </>
  );
}

function NeighbourEvidence({ neighbour: { actor, ties, counts } }: { neighbour: Neighbour }) {
  const { met, sameSide, oppositeSides, named } = ties;
  const participations = (met?.assertions.nodes ?? []).filter((one): one is TieParticipationFragment => 'event' in one);
  const events = unique(participations, ({ event }) => event.slug);
  return (
    <li id={`tie-${actor.slug}`}>
      <h3>
        <ActorLabel actor={actor} />
      </h3>
      <Documented words="Met at" count={counts.met} of="event">
        {events.map(({ event }) => (
          <span key={event.slug}>
            <a href={addressOf('event', event.slug)}>{event.name}</a>,{' '}
            <Witnesses participations={participations.filter((one) => one.event.slug === event.slug)} of={actor.slug} />
          </span>
        ))}
      </Documented>
      <Documented words="On the same side of" count={counts.sameSide} of="proposal">
        {stancesOf(sameSide)}
      </Documented>
      <Documented words="On opposite sides of" count={counts.oppositeSides} of="proposal">
        {stancesOf(oppositeSides)}
      </Documented>
      <Documented words="Named together in" count={counts.named} of="article">
        {(named?.articles.nodes ?? []).map((article) => (
          <ArticleName key={article.slug} article={article} />
        ))}
      </Documented>
    </li>
  );
}

interface DocumentedProps {
  readonly words: string;
  readonly count: number | undefined;
  readonly of: string;
  /** Some of the evidence; empty unless the tie is among the strongest of its kind. */
  readonly children: readonly ComponentChild[];
}

/** One kind of tie: the number, and some of the evidence. */
function Documented({ words, count, of, children }: DocumentedProps) {
  if (!count) return null;
  return (
    <p>
      {words} {countOf(count, of)}
      {children.length === 0 ? '.' : ': '}
      {children.map((one, i) => (
        <Fragment key={i}>
          {i > 0 && '; '}
          {one}
        </Fragment>
      ))}
      {children.length > 0 && count > children.length && ' and others'}
    </p>
  );
}

/** The proposals of a tie, each with the neighbour's stance. */
function stancesOf(tie: Neighbour['ties']['sameSide']): readonly ComponentChild[] {
  const positions = unique(
    tie?.assertions.nodes.filter((one) => 'proposal' in one && one.actor.slug === tie.actor.slug) ?? [],
    ({ proposal }) => proposal.slug,
  );
  return positions.map(({ id, stance, modality, proposal }) => (
    <span key={proposal.slug}>
      <StanceTag stance={stance} modality={modality} />{' '}
      <a href={`${addressOf('proposal', proposal.slug)}#${id}`}>{proposal.name}</a>
    </span>
  ));
}

function unique<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
