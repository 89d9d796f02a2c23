import { pageQuery, type QueryLinks } from '../../definition.ts';
import {
  type ActorNameFragment,
  type ActorPageFragment,
  type ActorTiesFragment,
  type ArticlesNamingFragment,
  AssertionsDocument,
  PositionsDocument,
} from '../../generated/operation.ts';
import { groupBy } from '../../group.ts';
import { assertionSection } from '../../part/assertion-section.tsx';
import { shortNameOf } from '../../part/name.tsx';
import { QuoteLines } from '../../part/quote-line.tsx';
import { Files, Others, type PageSection, Rest } from '../../part/sections.tsx';
import { EventName, Subject } from '../../part/subject.tsx';
import { Topics } from '../../part/topic.tsx';
import { When } from '../../part/when.tsx';
import { ActorGraph } from '../../picture/actor-graph.tsx';
import { Names } from './names.tsx';
import { NamedWith, NamingArticles, namedWith } from './naming.tsx';
import { Positions } from './positions.tsx';

interface ActorSections {
  readonly actor: ActorPageFragment;
  readonly links: Readonly<Record<string, QueryLinks>>;
}

/** The queries for all rows of the lists on an actor's page. */
export function actorQueries(slug: string) {
  const actor = { slug: { eq: slug } };
  return {
    positions: pageQuery(PositionsDocument, { positions: { actor } }),
    word: pageQuery(AssertionsDocument, { where: { assertedBy: actor } }),
    groups: pageQuery(AssertionsDocument, { where: { membership: { member: actor } } }),
    claims: pageQuery(AssertionsDocument, { where: { claim: { aboutActor: actor } } }),
  };
}

/** What an actor did and said: positions, quotes, claims and events. */
export function deedsOf({ actor, links }: ActorSections): readonly PageSection[] {
  const { slug, positions, quotes, quotesAbout, participations, asserted } = actor;
  const name = shortNameOf(actor);
  return [
    {
      id: 'positions',
      title: 'Positions',
      count: positions.totalCount,
      body: (
        <>
          <Positions positions={positions.nodes} />
          <Rest shown={positions.nodes.length} total={positions.totalCount}>
            <Files links={links.positions} />
          </Rest>
        </>
      ),
    },
    {
      id: 'quotes',
      title: 'Quotes',
      count: quotes.totalCount,
      body: (
        <>
          <QuoteLines quotes={quotes.nodes} speaker={false} />
          {quotes.nodes.some(({ consistent }) => !consistent) && (
            <p class="note">Articles attribute some of these words to others: see the page of each quote.</p>
          )}
          <Rest shown={quotes.nodes.length} total={quotes.totalCount}>
            <a href={`/quotes?${new URLSearchParams({ speaker: slug })}`}>All quotes</a>
          </Rest>
        </>
      ),
    },
    {
      id: 'about',
      title: `What others said about ${name}`,
      count: quotesAbout.totalCount,
      body: (
        <>
          <QuoteLines quotes={quotesAbout.nodes} />
          <Rest shown={quotesAbout.nodes.length} total={quotesAbout.totalCount}>
            <a href={`/quotes?${new URLSearchParams({ about: slug })}`}>All quotes about {name}</a>
          </Rest>
        </>
      ),
    },
    {
      id: 'word',
      title: `Other claims attributed to ${name}`,
      count: asserted.totalCount,
      body: (
        <>
          {asserted.nodes.map((assertion) => (
            <Subject key={assertion.id} assertion={assertion} anchored={false} />
          ))}
          <Rest shown={asserted.nodes.length} total={asserted.totalCount}>
            <Files links={links.word} />
          </Rest>
        </>
      ),
    },
    { id: 'events', title: 'Events', count: participations.totalCount, body: <Events actor={actor} /> },
  ];
}

/** Further sections: memberships, facts, disagreements and names. */
export function contextOf({ actor, links }: ActorSections): readonly PageSection[] {
  const { memberships, claims, disagreements, aliases } = actor;
  return [
    assertionSection({ id: 'groups', title: 'Member of', list: memberships, links: links.groups }),
    assertionSection({ id: 'claims', title: 'Reported facts', list: claims, links: links.claims }),
    {
      id: 'disagreements',
      title: 'Where the articles differ',
      count: disagreements.totalCount,
      body: <Topics disagreements={disagreements} />,
    },
    {
      id: 'names',
      title: 'Other names',
      count: aliases.totalCount,
      body: (
        <>
          <Names aliases={aliases.nodes} />
          <Rest shown={aliases.nodes.length} total={aliases.totalCount}>
            <Others links={links.page} />
          </Rest>
        </>
      ),
    },
  ];
}

/** The actors that an actor met, agrees with or disagrees with. */
export function tiesOf(actor: ActorNameFragment, ties: ActorTiesFragment): readonly PageSection[] {
  const { met, sameSide, oppositeSides } = ties;
  const count = [met, sameSide, oppositeSides].reduce((sum, { totalCount }) => sum + totalCount, 0);
  return [
    {
      id: 'ties',
      title: 'Ties to others',
      count,
      body: (
        <>
          <ActorGraph actor={actor} ties={ties} most={12} folded />
          <p class="rest">
            <a href={`/connections?${new URLSearchParams({ actor: actor.slug })}`}>
              All ties of {shortNameOf(actor)}, with table and downloads
            </a>
          </p>
        </>
      ),
    },
  ];
}

/** The articles that name an actor, and the others they name. */
export function namingOf({ slug }: { slug: string }, { naming }: ArticlesNamingFragment): readonly PageSection[] {
  const latest = naming.nodes.length < naming.totalCount;
  return [
    {
      id: 'with',
      title: latest ? `Named with, in the latest ${naming.nodes.length} articles` : 'Named with',
      count: namedWith(naming.nodes).length,
      body: <NamedWith naming={naming.nodes} />,
    },
    {
      id: 'articles',
      title: 'Named in',
      count: naming.totalCount,
      body: (
        <>
          <NamingArticles naming={naming.nodes} />
          <Rest shown={naming.nodes.length} total={naming.totalCount}>
            <a href={`/articles?${new URLSearchParams({ names: slug })}`}>All articles</a>
          </Rest>
        </>
      ),
    },
  ];
}

function Events({ actor: { slug, participations } }: { actor: ActorPageFragment }) {
  return (
    <>
      {[...groupBy(participations.nodes, ({ event }) => event.slug)].map(([key, group]) => (
        <div key={key} class="group">
          {group[0] && (
            <>
              <h3>
                <EventName event={group[0].event} />
              </h3>
              <p class="note">
                <When when={group[0].event.when} />
              </p>
            </>
          )}
          {group.map((assertion) => (
            <Subject key={assertion.id} assertion={assertion} />
          ))}
        </div>
      ))}
      <Rest shown={participations.nodes.length} total={participations.totalCount}>
        <a href={`/events?${new URLSearchParams({ actor: slug })}`}>All events</a>
      </Rest>
    </>
  );
}
