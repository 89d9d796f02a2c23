import { addressOf, type Kind } from '../address.ts';
import type { ActorNameFragment, ArticleNameFragment, ProposalNameFragment } from '../generated/operation.ts';

const KIND_OF = { PERSON: 'person', ORGANISATION: 'organisation', SOURCE: 'source' } as const satisfies Record<
  string,
  Kind
>;

/** Where an actor's page is. */
export function addressOfActor({ actorType, slug }: Pick<ActorNameFragment, 'actorType' | 'slug'>): string {
  return addressOf(KIND_OF[actorType], slug);
}

/** An actor by name, leading to its page; an unnamed source by the words that its article prints. */
export function ActorName({ actor }: { actor: ActorNameFragment }) {
  return <a href={addressOfActor(actor)}>{shortNameOf(actor)}</a>;
}

/** The name of an actor without what makes it unique: that of a source holds its article's slug. */
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

/** Proposals, one below the other. */
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
