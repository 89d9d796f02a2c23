import { iri, type Thing, thing } from './context.ts';
import type { Actor, Assertion, Named, Proposal, When, Wording } from './selection.ts';

/** A Person, or an Organization: what a source is that speaks as several. A source is called what its article calls it. */
export function actorThing({ id, __typename, name, printedAs, collective }: Actor): Thing {
  const isPerson = __typename === 'Person' || (__typename === 'Source' && !collective);
  return { '@id': iri(id), '@type': isPerson ? 'Person' : 'Organization', name: printedAs ?? name };
}

export function proposalThing({ id, name, summary }: Proposal): Thing {
  return thing({ '@id': iri(id), '@type': 'Thing', name, description: summary });
}

export function eventThing({ id, name }: Named): Thing {
  return { '@id': iri(id), '@type': 'Event', name };
}

/** Words between quotation marks are a Quotation, what an article reports without them a Claim, of which only our words are known. */
export function wordingThing(wording: Wording): Thing {
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

/** What an article says of somebody or something: in our words, on whose word, and where it appears. */
export function claimThing(assertion: Assertion): Thing {
  const { id, gloss, article, assertedBy, actor, proposal, aboutActor, aboutProposal, aboutEvent } = assertion;
  const actors = [actor, aboutActor].flatMap((one) => (one ? [actorThing(one)] : []));
  const proposals = [proposal, aboutProposal].flatMap((one) => (one ? [proposalThing(one)] : []));
  return thing({
    '@id': iri(id),
    '@type': 'Claim',
    text: gloss,
    author: assertedBy && actorThing(assertedBy),
    about: [...actors, ...proposals, ...(aboutEvent ? [eventThing(aboutEvent)] : [])],
    appearance: { '@id': iri(article.id) },
  });
}

/** A web address as `url`; one that was printed without its scheme is no IRI, and stays the text that it is. */
export function address(printed: string | null): Thing {
  return printed !== null && URL.canParse(printed) ? { url: printed } : { identifier: printed };
}

/** A date that is known to the day; undefined for a longer span, which schema.org has no word for. */
export function day(when: When | null): string | undefined {
  return when?.earliest && when.earliest === when.latest ? when.earliest : undefined;
}
