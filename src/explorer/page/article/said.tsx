import { addressOf } from '../../address.ts';
import type { ArticlePageQuery, AssertionType } from '../../generated/operation.ts';
import { groupBy } from '../../group.ts';
import { CopyButton } from '../../part/copy-button.tsx';
import { ActorName, ProposalName } from '../../part/name.tsx';
import type { PageSection } from '../../part/sections.tsx';
import { EventName, Subject } from '../../part/subject.tsx';
import { capital, wordOf } from '../../part/word.ts';
import { Quoted, SaidBy, SaidOn } from '../../part/words.tsx';

type Article = NonNullable<ArticlePageQuery['article']>;
type Assertion = Article['assertions']['nodes'][number];

/** The quotes of an article, in the order of its text. */
export function Quotations({ article: { wordings, language } }: { article: Article }) {
  return (
    <ol class="quotations">
      {wordings.nodes.map((wording) => {
        const { id, quote, text, gloss, rendering, zone, paragraph, venue } = wording;
        const href = addressOf('quote', quote.slug);
        return (
          <li key={id} id={id}>
            <p>
              {text === null ? (
                <a class="spoken" href={href}>
                  {gloss}
                </a>
              ) : (
                <>
                  <Quoted words={text} of={[wording]} href={href} lang={language} />
                  <CopyButton words={text} />
                </>
              )}
            </p>
            <p class="note">
              <SaidBy of={[wording]} />
              <SaidOn of={wording} before=", " />
              {venue && `, ${venue}`}. {zone === 'BODY' ? `Paragraph ${paragraph}` : capital(wordOf(zone))}
              {rendering !== 'QUOTED' && (
                <>
                  {' '}
                  <span class="tag">{rendering === 'ECHO' ? 'repeated from the text' : 'indirect speech'}</span>
                </>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** The id and title of the section for each type of assertion, in this order; credits have sections of their own. */
const SECTIONS = {
  POSITION: ['positions', 'Positions'],
  PROPOSAL_STATUS: ['statuses', 'Status of proposals'],
  PROPOSAL_LINK: ['links', 'How proposals relate'],
  CLAIM: ['claims', 'Facts'],
  PARTICIPATION: ['participations', 'Who took part'],
  TITLE: ['titles', 'Titles as printed'],
  MEMBERSHIP: ['memberships', 'Memberships'],
} as const satisfies Record<Exclude<AssertionType, 'CREDIT'>, readonly [string, string]>;

/** The assertions of an article, a section for each type. */
export function assertionSections({ assertions, kinds }: Article): readonly PageSection[] {
  const counts = new Map(kinds.groups.nodes.map(({ assertionType, count }) => [assertionType, count]));
  const byType = groupBy(assertions.nodes, ({ assertionType }) => assertionType);
  return (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map((type) => {
    const [id, title] = SECTIONS[type];
    return { id, title, count: counts.get(type) ?? 0, body: <Grouped assertions={byType.get(type) ?? []} /> };
  });
}

/** Assertions, grouped by subject. */
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

/** The subject that heads an assertion: its event, its proposal, or the subject of a claim; none for titles and memberships. */
function headOf(assertion: Assertion) {
  if ('event' in assertion) return <EventName key={assertion.event.slug} event={assertion.event} />;
  if ('proposal' in assertion) return <ProposalName key={assertion.proposal.slug} proposal={assertion.proposal} />;
  if (!('key' in assertion)) return undefined;
  const { aboutActor, aboutProposal, aboutEvent } = assertion;
  if (aboutActor) return <ActorName key={aboutActor.slug} actor={aboutActor} />;
  if (aboutProposal) return <ProposalName key={aboutProposal.slug} proposal={aboutProposal} />;
  return aboutEvent ? <EventName key={aboutEvent.slug} event={aboutEvent} /> : undefined;
}
