import { definePage, pageQuery } from '../definition.ts';
import {
  AssertionsDocument,
  EventPageDocument,
  type EventPageQuery,
  EventParticipationsDocument,
  type ParticipationRole,
} from '../generated/operation.ts';
import { groupBy } from '../group.ts';
import { assertionSection } from '../part/assertion-section.tsx';
import { ActorName, ProposalName } from '../part/name.tsx';
import { QuoteLines } from '../part/quote-line.tsx';
import { Files, Others, Rest, Sections } from '../part/sections.tsx';
import { Subject } from '../part/subject.tsx';
import { Topics } from '../part/topic.tsx';
import { When } from '../part/when.tsx';
import { wordOf } from '../part/word.ts';

/** Headings by role, in the order shown. */
const ROLES: Readonly<Record<ParticipationRole, string>> = {
  HOST: 'Host',
  PARTICIPANT: 'Present',
  REMOTE: 'Remote',
  SIGNATORY: 'Signed or published it',
  EXPECTED: 'Expected, not yet present',
};

/** `/event/<slug>` */
export const eventPage = definePage({
  path: '/event/:slug',
  document: EventPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ event }) => event?.slug ?? null,
  kind: 'event',
  title: ({ event }) => event?.name ?? '',
  queries: ({ params: { slug = '' } }) => ({
    participations: pageQuery(EventParticipationsDocument, { slug }),
    claims: pageQuery(AssertionsDocument, { where: { claim: { aboutEvent: { slug: { eq: slug } } } } }),
  }),
  View: ({ data: { event }, links }) => {
    if (!event) return null;
    const { slug, name, kind, place, when, participations, proposals, quotes, claims, disagreements } = event;
    const byRole = groupBy(participations.nodes, ({ role }) => role);
    return (
      <>
        <header class="heading">
          <p class="eyebrow">{wordOf(kind)}</p>
          <h1>{name}</h1>
          <dl class="known">
            <div>
              <dt>When</dt>
              <dd>
                <When when={when} none="No article gives a date." />
              </dd>
            </div>
            <div>
              <dt>Where</dt>
              <dd>{place ?? <span class="note">No article gives a place.</span>}</dd>
            </div>
          </dl>
        </header>
        <Sections
          sections={[
            {
              id: 'participants',
              title: 'Who took part',
              count: participations.groups.totalCount,
              body: (
                <>
                  {(Object.keys(ROLES) as ParticipationRole[]).map((role) => {
                    const group = byRole.get(role);
                    return group && <Role key={role} role={role} participations={group} />;
                  })}
                  <Rest shown={participations.nodes.length} total={participations.totalCount}>
                    <Files links={links.participations} />
                  </Rest>
                </>
              ),
            },
            {
              id: 'quotes',
              title: 'What was said there',
              count: quotes.totalCount,
              body: (
                <>
                  <QuoteLines quotes={quotes.nodes} />
                  <Rest shown={quotes.nodes.length} total={quotes.totalCount}>
                    <a href={`/quotes?${new URLSearchParams({ event: slug })}`}>Everything said there</a>
                  </Rest>
                </>
              ),
            },
            {
              id: 'proposals',
              title: 'What it was about',
              count: proposals.totalCount,
              body: (
                <>
                  <ul>
                    {proposals.nodes.map((proposal) => (
                      <li key={proposal.slug}>
                        <ProposalName proposal={proposal} />
                      </li>
                    ))}
                  </ul>
                  <Rest shown={proposals.nodes.length} total={proposals.totalCount}>
                    <Others links={links.page} />
                  </Rest>
                </>
              ),
            },
            assertionSection({ id: 'claims', title: 'Reported facts', list: claims, links: links.claims }),
            {
              id: 'disagreements',
              title: 'Where the articles differ',
              count: disagreements.totalCount,
              body: <Topics disagreements={disagreements} />,
            },
          ]}
        />
      </>
    );
  },
});

type Participation = NonNullable<EventPageQuery['event']>['participations']['nodes'][number];

function Role({ role, participations }: { role: ParticipationRole; participations: readonly Participation[] }) {
  return (
    <div class="group">
      <h3>{ROLES[role]}</h3>
      {[...groupBy(participations, ({ actor }) => actor.slug)].map(([slug, group]) => (
        <div key={slug} class="taking-part">
          {group[0] && <ActorName actor={group[0].actor} />}
          <div>
            {group.map((participation) => (
              <Subject key={participation.id} assertion={participation} labelled={false} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
