import { addressOf } from '../../address.ts';
import type { ActorNameFragment, ArticlePageQuery, AssertionType } from '../../generated/operation.ts';
import { groupBy } from '../../group.ts';
import { ActorName, ProposalName, shortNameOf } from '../../part/name.tsx';
import type { PageSection } from '../../part/sections.tsx';
import { EventName, Subject } from '../../part/subject.tsx';
import { wordOf } from '../../part/word.ts';

type Article = NonNullable<ArticlePageQuery['article']>;
type Assertion = Article['assertions']['nodes'][number];

/** Whom the article quotes, in the order of its text. */
export function Quotations({ article: { wordings, language } }: { article: Article }) {
  return (
    <ol class="quotations">
      {wordings.nodes.map(
        ({ ordinal, quote, text, gloss, rendering, zone, paragraph, speaker, attributedAs, venue }) => (
          <li key={ordinal}>
            <p>
              <a class="spoken" href={addressOf('quote', quote.slug)} lang={text ? (language ?? undefined) : undefined}>
                {text ? `“${text}”` : gloss}
              </a>
            </p>
            <p class="note">
              {speaker ? <ActorName actor={speaker} /> : 'Nobody named'}
              {attributedAs && !(speaker && sameName(speaker, attributedAs)) && <>, here “{attributedAs}”</>}
              {venue && `, ${venue}`}. {zone === 'BODY' ? `Paragraph ${paragraph}` : capital(wordOf(zone))}
              {rendering !== 'QUOTED' && (
                <>
                  {' '}
                  <span class="tag">{rendering === 'ECHO' ? 'repeated from the text' : 'reported, not quoted'}</span>
                </>
              )}
            </p>
          </li>
        ),
      )}
    </ol>
  );
}

function sameName(actor: ActorNameFragment, text: string): boolean {
  return shortNameOf(actor).toLowerCase() === text.toLowerCase();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The kinds of assertions that are shown, in this order. */
const KINDS = [
  ['POSITION', 'positions', 'Who stands where'],
  ['PROPOSAL_STATUS', 'statuses', 'How far proposals have come'],
  ['PROPOSAL_LINK', 'links', 'How proposals relate'],
  ['CLAIM', 'claims', 'Facts it gives'],
  ['PARTICIPATION', 'participations', 'Who took part'],
  ['TITLE', 'titles', 'Titles, as printed'],
  ['MEMBERSHIP', 'memberships', 'Who belongs where'],
] as const satisfies readonly (readonly [AssertionType, string, string])[];

/** What the article asserts, a section for each kind. */
export function assertionSections({ assertions, kinds }: Article): readonly PageSection[] {
  const counts = new Map(kinds.groups.nodes.map(({ assertionType, count }) => [assertionType, count]));
  const byKind = groupBy(assertions.nodes, ({ assertionType }) => assertionType);
  return KINDS.map(([kind, id, title]) => ({
    id,
    title,
    count: counts.get(kind) ?? 0,
    body: <Grouped assertions={byKind.get(kind) ?? []} />,
  }));
}

/** Assertions under what they are about. */
function Grouped({ assertions }: { assertions: readonly Assertion[] }) {
  return (
    <>
      {[...groupBy(assertions, (assertion) => headOf(assertion)?.key)].map(([key, group]) => (
        <div key={key} class="group">
          {group[0] && <Head assertion={group[0]} />}
          {group.map((assertion) => (
            <Subject key={assertion.id} assertion={assertion} />
          ))}
        </div>
      ))}
    </>
  );
}

function Head({ assertion }: { assertion: Assertion }) {
  const head = headOf(assertion);
  return head ? <h3>{head}</h3> : null;
}

/** What an assertion stands under: a proposal, an event, whatever a claim is about; nothing for titles and the like. */
function headOf(assertion: Assertion) {
  if ('event' in assertion) return <EventName key={assertion.event.slug} event={assertion.event} />;
  if ('proposal' in assertion) return <ProposalName key={assertion.proposal.slug} proposal={assertion.proposal} />;
  if (!('key' in assertion)) return undefined;
  const { aboutActor, aboutProposal, aboutEvent } = assertion;
  if (aboutActor) return <ActorName key={aboutActor.slug} actor={aboutActor} />;
  if (aboutProposal) return <ProposalName key={aboutProposal.slug} proposal={aboutProposal} />;
  return aboutEvent ? <EventName key={aboutEvent.slug} event={aboutEvent} /> : undefined;
}
