import { iri, type Thing, thing } from './context.ts';
import type { ActorFragment, AssertionFragment, ProposalFragment, WordingFragment } from './generated/operation.ts';

/** A Person or an Organization, which includes collective sources. A source has the name that its article prints. */
export function actorThing(actor: ActorFragment): Thing {
  const { id, __typename: type, name } = actor;
  const isPerson = type === 'Person' || (type === 'Source' && !actor.collective);
  return {
    '@id': iri(id),
    '@type': isPerson ? 'Person' : 'Organization',
    name: type === 'Source' ? actor.printedAs : name,
  };
}

export function proposalThing({ id, name, summary }: ProposalFragment): Thing {
  return thing({ '@id': iri(id), '@type': 'Thing', name, description: summary });
}

export function eventThing({ id, name }: { readonly id: string; readonly name: string }): Thing {
  return { '@id': iri(id), '@type': 'Event', name };
}

/** Words in quotation marks are a Quotation. Reported speech is a Claim, whose text is our gloss. */
export function wordingThing(wording: WordingFragment): Thing {
  const { id, rendering, text, gloss, said, venue, quote, article, speaker } = wording;
  const actor = speaker && actorThing(speaker);
  const whole = { '@id': iri(quote.id), '@type': 'CreativeWork' };
  const common = { exampleOfWork: whole, dateCreated: day(said), creator: actor, contentLocation: venue };
  if (rendering === 'REPORTED' || text === null)
    return thing({ '@id': iri(id), '@type': 'Claim', text: gloss, ...common, appearance: { '@id': iri(article.id) } });
  return thing({
    '@id': iri(id),
    '@type': 'Quotation',
    text,
    description: gloss,
    ...common,
    spokenByCharacter: actor,
    isPartOf: { '@id': iri(article.id) },
  });
}

/** An assertion as a Claim: its text is our gloss, its author the actor it is attributed to. */
export function claimThing(assertion: AssertionFragment): Thing {
  const { id, gloss, article, assertedBy } = assertion;
  return thing({
    '@id': iri(id),
    '@type': 'Claim',
    text: gloss,
    author: assertedBy && actorThing(assertedBy),
    about: subjectsOf(assertion),
    appearance: { '@id': iri(article.id) },
  });
}

/** What a position or claim is about. */
function subjectsOf(assertion: AssertionFragment): readonly Thing[] {
  if ('actor' in assertion) return [actorThing(assertion.actor), proposalThing(assertion.proposal)];
  if (!('aboutActor' in assertion)) return [];
  const { aboutActor, aboutProposal, aboutEvent } = assertion;
  return [
    ...(aboutActor ? [actorThing(aboutActor)] : []),
    ...(aboutProposal ? [proposalThing(aboutProposal)] : []),
    ...(aboutEvent ? [eventThing(aboutEvent)] : []),
  ];
}

/** Characters that browsers accept in a web address, but an IRI must escape. */
const ESCAPED = /["<>\\^`{|}]/g;

/** A web address as `url`. One printed without http:// or https:// is not a link, and becomes an `identifier`. */
export function address(printed: string | null): Thing {
  const isLink = printed !== null && /^https?:\/\/\S+$/i.test(printed) && URL.canParse(printed);
  return isLink ? { url: printed.replace(ESCAPED, encodeURIComponent) } : { identifier: printed };
}

/** A date known to the day. Undefined for a longer period, which schema.org cannot express. */
export function day(when: WordingFragment['said']): string | undefined {
  return when?.earliest && when.earliest === when.latest ? when.earliest : undefined;
}
