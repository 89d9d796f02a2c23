import type { ComponentChildren } from 'preact';
import { addressOf } from '../address.ts';
import type { SubjectFragment } from '../generated/operation.ts';
import { StanceTag } from '../picture/stance-tag.tsx';
import { Evidence } from './evidence.tsx';
import { ActorName, ProposalName } from './name.tsx';
import { OutletName } from './outlet-name.tsx';
import { wordOf } from './word.ts';
import { Printed } from './words.tsx';

export interface SubjectProps {
  readonly assertion: SubjectFragment;
  /** Whether to show its stance, role ... first: false under a heading that already says it. */
  readonly labelled?: boolean;
  readonly anchored?: boolean;
}

/** An assertion of any type, in our words; its evidence and subjects unfold. */
export function Subject({ assertion, labelled = true, anchored = true }: SubjectProps) {
  return (
    <Evidence assertion={assertion} lead={labelled && leadOf(assertion)} anchored={anchored}>
      {rowsOf(assertion).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Evidence>
  );
}

/** A label before the text: a stance, a role, the key of a claim ... */
function leadOf(assertion: SubjectFragment): ComponentChildren {
  switch (assertion.assertionType) {
    case 'POSITION':
      return 'stance' in assertion && <StanceTag stance={assertion.stance} modality={assertion.modality} />;
    case 'PROPOSAL_STATUS':
      return 'status' in assertion && <Tag>{wordOf(assertion.status)}</Tag>;
    case 'PROPOSAL_LINK':
      return 'relation' in assertion && <Tag>{wordOf(assertion.relation)}</Tag>;
    case 'TITLE':
      return (
        'tenure' in assertion && (
          <>
            <Printed article={assertion.article}>{assertion.text}</Printed>{' '}
            {assertion.tenure === 'FORMER' && <Tag>former</Tag>}
            {assertion.shared && <Tag>printed for several people</Tag>}
          </>
        )
      );
    case 'PARTICIPATION':
      return 'role' in assertion && <Tag>{wordOf(assertion.role)}</Tag>;
    case 'CLAIM':
      return 'key' in assertion && <Tag>{assertion.key.replaceAll('-', ' ')}</Tag>;
    default:
      return null;
  }
}

function Tag({ children }: { children: ComponentChildren }) {
  return <span class="tag">{children}</span>;
}

/** The actors, proposals and events it is about, each linked to its page. */
function rowsOf(assertion: SubjectFragment): readonly (readonly [string, ComponentChildren])[] {
  const rows: [string, ComponentChildren][] = [];
  if ('stance' in assertion) {
    rows.push(['Actor', <ActorName key="actor" actor={assertion.actor} />]);
    if (assertion.condition) rows.push(['Condition', assertion.condition]);
  }
  if ('verb' in assertion && assertion.verb)
    rows.push(['Verb', <Printed key="verb" article={assertion.article} children={assertion.verb} />]);
  if ('proposal' in assertion) rows.push(['Proposal', <ProposalName key="proposal" proposal={assertion.proposal} />]);
  if ('target' in assertion) rows.push(['Related to', <ProposalName key="target" proposal={assertion.target} />]);
  if ('person' in assertion) {
    rows.push(['Person', <ActorName key="person" actor={assertion.person} />]);
    if (assertion.organisation)
      rows.push(['Organisation', <ActorName key="organisation" actor={assertion.organisation} />]);
  }
  if ('member' in assertion) {
    rows.push(['Member', <ActorName key="member" actor={assertion.member} />]);
    rows.push(['Group', <ActorName key="group" actor={assertion.memberOf} />]);
  }
  if ('role' in assertion) {
    rows.push(['Participant', <ActorName key="participant" actor={assertion.actor} />]);
    rows.push(['Event', <EventName key="event" event={assertion.event} />]);
  }
  if ('key' in assertion) {
    const { value, aboutActor, aboutProposal, aboutEvent } = assertion;
    if (value) rows.push(['Value', value]);
    if (aboutActor) rows.push(['About', <ActorName key="about" actor={aboutActor} />]);
    if (aboutProposal) rows.push(['About', <ProposalName key="about" proposal={aboutProposal} />]);
    if (aboutEvent) rows.push(['About', <EventName key="about" event={aboutEvent} />]);
  }
  if ('capacity' in assertion) {
    if (assertion.outlet) rows.push(['Outlet', <OutletName key="outlet" outlet={assertion.outlet} />]);
    if (assertion.contributor)
      rows.push(['Contributor', <ActorName key="contributor" actor={assertion.contributor} />]);
  }
  return rows;
}

export function EventName({ event: { slug, name } }: { event: { readonly slug: string; readonly name: string } }) {
  return <a href={addressOf('event', slug)}>{name}</a>;
}
