import type { Address } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import {
  type ActorType,
  type ActorWhere,
  PositionsDocument,
  type PositionWhere,
  type Side,
  StancesDocument,
  type StancesQuery,
} from '../generated/operation.ts';
import { groupBy } from '../group.ts';
import { labelOf } from '../part/name.tsx';
import { NoneYet } from '../part/none-yet.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { NotUnderstood, UnknownNames } from '../part/unknown.tsx';
import { countOf } from '../part/word.ts';
import { arrange } from '../picture/matrix.ts';
import { SIDES } from '../picture/stance.ts';
import { StanceLegend } from '../picture/stance-legend.tsx';
import { StanceMatrix } from '../picture/stance-matrix.tsx';

const KINDS = [
  ['PERSON', 'People'],
  ['ORGANISATION', 'States and organisations'],
  ['SOURCE', 'Unnamed sources'],
] as const satisfies readonly (readonly [ActorType, string])[];

/** The maximum number of columns. */
const MAX_PROPOSALS = 30;

/** The values of the form in the address; invalid ones are ignored. */
function wanted({ search }: Address) {
  const kind = KINDS.find(([value]) => value === search.kind)?.[0];
  const side = SIDES.find((s) => s.side === search.side)?.side;
  return { kind, side, article: search.article || undefined, disputed: search.disputed === 'on' };
}

function positionsOf(address: Address): PositionWhere {
  const { side, article, disputed } = wanted(address);
  const has = (eq: Side) => ({ positions: { some: { side: { eq } } } });
  return {
    ...(side && { side: { eq: side } }),
    ...(article && { article: { slug: { eq: article } } }),
    ...(disputed && { proposal: { AND: [has('FOR'), has('AGAINST')] } }),
  };
}

function actorsOf(address: Address): ActorWhere {
  const { kind } = wanted(address);
  return { positions: { some: positionsOf(address) }, ...(kind && { actorType: { eq: kind } }) };
}

/** `/stances`: a matrix of actors and proposals, shaded by stance. */
export const stancesPage = definePage({
  path: '/stances',
  document: StancesDocument,
  variables: (address) => ({
    actors: actorsOf(address),
    positions: positionsOf(address),
    ...(address.search.after && { after: address.search.after }),
  }),
  names: { article: 'article' },
  isEmpty: ({ actors }) => actors.totalCount === 0,
  title: () => 'Who is for and against',
  queries: (address) => {
    const { kind } = wanted(address);
    const positions = { ...positionsOf(address), ...(kind && { actor: { actorType: { eq: kind } } }) };
    return { positions: pageQuery(PositionsDocument, { positions }) };
  },
  View: ({ data: { actors, articles }, address, unknown, links }) => {
    const { kind, side, article, disputed } = wanted(address);
    const matrix = arrange(
      actors.nodes.map((actor) => ({
        actor,
        slug: actor.slug,
        name: labelOf(actor),
        cells: cellsOf(actor),
      })),
      MAX_PROPOSALS,
    );
    const cut = actors.totalCount > actors.nodes.length || matrix.leftOut > 0;
    const next = actors.pageInfo.hasNextPage && actors.pageInfo.endCursor;
    return (
      <>
        <h1>Who is for and against</h1>
        <p class="lead">
          Each row is an actor, each column a proposal. Click a square to see the evidence: which article reports the
          position, and according to whom.
        </p>
        <form class="filters" action="/stances">
          <label>
            Positions of{' '}
            <select name="kind">
              <option value="">Everyone</option>
              {KINDS.map(([value, name]) => (
                <option key={value} value={value} selected={value === kind}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            Side{' '}
            <select name="side">
              <option value="">All</option>
              {SIDES.map(({ side: value, word }) => (
                <option key={value} value={value} selected={value === side}>
                  {word}
                </option>
              ))}
            </select>
          </label>
          <label class="long">
            Article{' '}
            <select name="article">
              <option value="">All</option>
              {article && !articles.nodes.some(({ slug }) => slug === article) && (
                <option value={article} selected>
                  {article}
                </option>
              )}
              {articles.nodes.map(({ slug, shortName }) => (
                <option key={slug} value={slug} selected={slug === article}>
                  {shortName}
                </option>
              ))}
            </select>
          </label>
          <label class="check">
            <input type="checkbox" name="disputed" checked={disputed} /> Contested proposals only
          </label>
          <button type="submit">Show</button>
        </form>
        <NotUnderstood values={[!kind && address.search.kind, !side && address.search.side]} />
        {matrix.rows.length === 0 ? (
          <UnknownNames unknown={unknown} address={address}>
            {kind || side || article || disputed || address.search.after ? (
              <p class="lead">No positions match. Try fewer conditions above.</p>
            ) : (
              <NoneYet many="positions" />
            )}
          </UnknownNames>
        ) : (
          <figure class="picture">
            <StanceLegend />
            <StanceMatrix matrix={matrix} where={positionsOf(address)} />
            <figcaption>
              {countOf(matrix.rows.length, 'actor')} and {countOf(matrix.columns.length, 'proposal')}, those with the
              most positions first. A small number counts the articles or passages that report the same position. A
              framed, split square means that they differ. A square is filled if the actor, or someone who speaks for
              it, said so at least once, and hollow if only the article or others say so. A dotted letter marks a hedged
              position (might, could, appeared to).{' '}
              {cut && (
                <>
                  Showing {matrix.rows.length} of {countOf(actors.totalCount, 'actor')}
                  {matrix.leftOut > 0 && `, without ${countOf(matrix.leftOut, 'proposal')}`}; download the file for all
                  of them.{' '}
                </>
              )}
              {actors.nodes.some(({ positions: { groups } }) => groups.totalCount > groups.nodes.length) &&
                'For actors with very many positions, only the most reported are shown; an empty square does not mean that they have none. '}
              {next && <a href={`/stances?${new URLSearchParams({ ...address.search, after: next })}`}>More actors</a>}
            </figcaption>
          </figure>
        )}
        <QueryActions links={links.positions} file />
      </>
    );
  },
});

type Actor = StancesQuery['actors']['nodes'][number];

/** An actor's positions by proposal. */
function cellsOf({ slug, positions }: Actor) {
  return [...groupBy(positions.groups.nodes, ({ proposal }) => proposal?.slug)].flatMap(([, taken]) => {
    const proposal = taken[0]?.proposal;
    const stances = taken.flatMap(({ stance, modality, assertedBy, count }) => {
      // In the actor's own words, or in those of someone who speaks for it.
      const own = [assertedBy, ...(assertedBy?.speaksFor.nodes ?? [])].some((one) => one?.slug === slug);
      return stance && modality ? [{ stance, modality, own, count }] : [];
    });
    return proposal ? [{ proposal, positions: stances }] : [];
  });
}
