import type { Address } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import {
  ConnectionsDocument,
  type PathKind,
  PositionsOnSameProposalsDocument,
  SharedEventsDocument,
  SharedMentionsDocument,
  ShortestPathsDocument,
} from '../generated/operation.ts';
import { ActorName, shortNameOf } from '../part/name.tsx';
import { NoneYet } from '../part/none-yet.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { UnknownNames } from '../part/unknown.tsx';
import { ActorGraph } from '../picture/actor-graph.tsx';
import { actorOption, Choice } from '../picture/choice.tsx';
import { PathChain } from '../picture/path-chain.tsx';
import { TieTable } from '../picture/tie-table.tsx';
import { tiesIn } from '../picture/ties.ts';

/** All kinds of connections except being named in the same article. */
const FIRMER: readonly PathKind[] = ['MET', 'TITLE', 'MEMBER', 'SAME_SIDE', 'OPPOSITE_SIDES'];

function wanted({ search: { actor = '', from = '', to = '', firmer } }: Address) {
  const via = firmer === 'on' ? { via: [...FIRMER] } : {};
  return { actor, from, to, via, between: from !== '' && to !== '' && from !== to };
}

/** `/connections`: the ties of one actor, and the shortest documented paths between two actors. */
export const connectionsPage = definePage({
  path: '/connections',
  document: ConnectionsDocument,
  variables: (address) => {
    const { actor, from, to, via, between } = wanted(address);
    return { slug: actor, around: actor !== '', from, to, between, ...via };
  },
  names: { actor: 'actor', from: 'actor', to: 'actor' },
  isEmpty: ({ actor, paths }, { search: { from, to } }) => actor === null || (!paths && Boolean(from || to)),
  title: ({ actor, paths, start, end }) => {
    if (paths && start && end) return `How ${shortNameOf(start)} and ${shortNameOf(end)} are connected`;
    return actor ? `Connections of ${shortNameOf(actor)}` : 'Connections';
  },
  queries: (address) => {
    const { actor: slug, from, to, via, between } = wanted(address);
    return {
      ...(slug && {
        met: pageQuery(SharedEventsDocument, { slug }),
        sides: pageQuery(PositionsOnSameProposalsDocument, { slug }),
        named: pageQuery(SharedMentionsDocument, { slug }),
      }),
      ...(between && { paths: pageQuery(ShortestPathsDocument, { from, to, ...via }) }),
    };
  },
  View: ({ data, address, unknown, links }) => {
    const { actor: around, from, to, between } = wanted(address);
    const { actor, paths, actors, start, end } = data;
    const ties = tiesIn(data);
    const options = actors.nodes.map(actorOption);
    const suggested = actors.nodes.filter(({ actorType }) => actorType !== 'SOURCE').slice(0, 12);
    return (
      <>
        <h1>Connections</h1>
        <p class="lead">
          See which people and organisations have met, agree, disagree or are named together, and how any two of them
          are connected.
        </p>
        <section aria-labelledby="around">
          <h2 id="around">Explore one actor</h2>
          <form class="filters" action="/connections">
            <Choice label="Actor" name="actor" value={around} options={options} chosen={actor && actorOption(actor)} />
            <button type="submit">Show</button>
          </form>
          {suggested.length === 0 && <NoneYet many="people or organisations" />}
          {!around && suggested.length > 0 && (
            <p class="note">
              For example{' '}
              {suggested.map((one, i) => (
                <span key={one.slug}>
                  {i > 0 && ', '}
                  <a href={`/connections?${new URLSearchParams({ actor: one.slug })}`}>{shortNameOf(one)}</a>
                </span>
              ))}
            </p>
          )}
          <UnknownNames unknown={unknown} address={address} of={['actor']} />
          {actor && ties && (
            <>
              <p class="lead">
                <ActorName actor={actor} />
              </p>
              <ActorGraph actor={actor} ties={ties} />
              <h3>As lists</h3>
              <TieTable actor={actor} ties={ties} />
              {ties.met.totalCount > 0 && (
                <>
                  <p>Participants of the same events, with the article that says so:</p>
                  <QueryActions links={links.met} file />
                </>
              )}
              {ties.sameSide.totalCount + ties.oppositeSides.totalCount > 0 && (
                <>
                  <p>Positions of others on the same proposals:</p>
                  <QueryActions links={links.sides} file />
                </>
              )}
              {ties.named.totalCount > 0 && (
                <>
                  <p>Everyone named in the same articles, one row per mention:</p>
                  <QueryActions links={links.named} file />
                </>
              )}
            </>
          )}
        </section>
        <section aria-labelledby="between">
          <h2 id="between">Connect two</h2>
          <form class="filters" action="/connections">
            <Choice label="From" name="from" value={from} options={options} chosen={start && actorOption(start)} />
            <Choice label="To" name="to" value={to} options={options} chosen={end && actorOption(end)} />
            <label class="check">
              <input type="checkbox" name="firmer" checked={address.search.firmer === 'on'} /> Ignore ties of the kind
              “named together”
            </label>
            <button type="submit">Find shortest paths</button>
          </form>
          <UnknownNames unknown={unknown} address={address} of={['from', 'to']} />
          {from && to && from === to && <p class="lead">Both are the same. Choose two different actors.</p>}
          {(from === '') !== (to === '') && <p class="lead">Choose a second actor as well.</p>}
          {between && paths && paths.length === 0 && <p class="lead">No path of at most five steps is documented.</p>}
          {paths?.map((path) => (
            <PathChain
              key={path.steps
                .map((s) => `${s.kind} ${s.to.slug} ${s.event?.slug} ${s.proposal?.slug} ${s.article?.slug}`)
                .join()}
              path={path}
            />
          ))}
          {paths && paths.length > 0 && (
            <p class="caption">
              The shortest documented paths, at most four. Each step links to its evidence: an event, a proposal or an
              article.
            </p>
          )}
          {paths && <QueryActions links={links.paths} file={paths.length > 0} />}
        </section>
      </>
    );
  },
});
