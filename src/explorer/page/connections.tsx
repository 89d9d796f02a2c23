import type { Address } from '../address.ts';
import { definePage, question } from '../definition.ts';
import {
  ConnectionsDocument,
  MetByActorDocument,
  type PathKind,
  SidesBesideActorDocument,
} from '../generated/operation.ts';
import { AskYourself } from '../part/ask-yourself.tsx';
import { ActorName, shortNameOf } from '../part/name.tsx';
import { ActorGraph } from '../picture/actor-graph.tsx';
import { Choice } from '../picture/choice.tsx';
import { PathChain } from '../picture/path-chain.tsx';

/** What ties two more firmly than that one article names both. */
const FIRMER: readonly PathKind[] = ['MET', 'TITLE', 'MEMBER', 'SAME_SIDE', 'OPPOSITE_SIDES'];

function wanted({ search: { actor = '', from = '', to = '', firmer } }: Address) {
  return { actor, from, to, firmer: firmer === 'on', between: from !== '' && to !== '' && from !== to };
}

/** `/connections`: the ties of one actor, and the shortest documented paths between two. */
export const connectionsPage = definePage({
  path: '/connections',
  document: ConnectionsDocument,
  variables: (address) => {
    const { actor, from, to, firmer, between } = wanted(address);
    return { slug: actor, around: actor !== '', from, to, between, ...(firmer && { via: [...FIRMER] }) };
  },
  title: ({ actor }, address) => {
    const { from, to } = wanted(address);
    if (from && to) return `How ${from} and ${to} are connected`;
    return actor ? `Connections of ${shortNameOf(actor)}` : 'Connections';
  },
  questions: (address) => {
    const { actor: slug } = wanted(address);
    return slug
      ? { met: question(MetByActorDocument, { slug }), sides: question(SidesBesideActorDocument, { slug }) }
      : {};
  },
  View: ({ data, address, links }) => {
    const { actor: around, from, to, firmer, between } = wanted(address);
    const { actor, paths, actors, met, sameSide, oppositeSides, named } = data;
    const options = actors.nodes.map((one) => ({ value: one.slug, name: shortNameOf(one) }));
    const suggested = actors.nodes.filter(({ actorType }) => actorType !== 'SOURCE').slice(0, 12);
    return (
      <>
        <h1>Connections</h1>
        <p class="lead">Whom somebody met, stands with or against, and is named with; and how two are connected.</p>
        <section aria-labelledby="around">
          <h2 id="around">Around one</h2>
          <form class="filters" action="/connections">
            <Choice label="Actor" name="actor" value={around} options={options} />
            <button type="submit">Show</button>
          </form>
          {!around && (
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
          {around && !actor && (
            <p class="lead">Nobody is known as “{around}”. Choose from what the field offers, or search above.</p>
          )}
          {actor && met && sameSide && oppositeSides && named && (
            <>
              <p class="lead">
                <ActorName actor={actor} />
              </p>
              <ActorGraph actor={actor} ties={{ met, sameSide, oppositeSides, named }} />
              <h3>Whom they met</h3>
              <AskYourself links={links.met} file />
              <h3>Who takes sides on the same proposals</h3>
              <AskYourself links={links.sides} file />
            </>
          )}
        </section>
        <section aria-labelledby="between">
          <h2 id="between">Between two</h2>
          <form class="filters" action="/connections">
            <Choice label="From" name="from" value={from} options={options} />
            <Choice label="To" name="to" value={to} options={options} />
            <label class="check">
              <input type="checkbox" name="firmer" checked={firmer} /> Not by being named in one article
            </label>
            <button type="submit">Find the shortest</button>
          </form>
          {between && paths && paths.length === 0 && (
            <p class="lead">No article documents a way of at most five steps.</p>
          )}
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
              The shortest ways that articles document, at most four of them. Each tie leads to what documents it: an
              event, a proposal, an article.
            </p>
          )}
        </section>
        <AskYourself links={links.page} />
      </>
    );
  },
});
