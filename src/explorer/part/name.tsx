import { addressOf } from '../address.ts';
import type { ActorNameFragment, ArticleNameFragment, ProposalNameFragment } from '../generated/operation.ts';
import type { Kind } from '../kind.ts';

const KIND_OF = { PERSON: 'person', ORGANISATION: 'organisation', SOURCE: 'source' } as const satisfies Record<
  string,
  Kind
>;

/** The address of an actor's page. */
export function addressOfActor({ actorType, slug }: Pick<ActorNameFragment, 'actorType' | 'slug'>): string {
  return addressOf(KIND_OF[actorType], slug);
}

/** The name of an actor, linked to its page; for an unnamed source, the words its article prints. */
export function ActorName({ actor }: { actor: ActorNameFragment }) {
  return <a href={addressOfActor(actor)}>{shortNameOf(actor)}</a>;
}

/** The name of an actor; for a source the printed words, since its full name includes the article's slug. */
export function shortNameOf(actor: ActorNameFragment): string {
  return 'printedAs' in actor && actor.printedAs ? actor.printedAs : actor.name;
}

export function ArticleName({ article }: { article: ArticleNameFragment }) {
  return (
    <a href={addressOf('article', article.slug)}>
      <cite>{article.headline}</cite>
    </a>
  );
}

export function ProposalName({ proposal }: { proposal: ProposalNameFragment }) {
  return <a href={addressOf('proposal', proposal.slug)}>{proposal.name}</a>;
}

/** A list of proposals. */
export function ProposalNames({ proposals }: { proposals: readonly ProposalNameFragment[] }) {
  return (
    <ul class="plain">
      {proposals.map((proposal) => (
        <li key={proposal.slug}>
          <ProposalName proposal={proposal} />
        </li>
      ))}
    </ul>
  );
}
