import { addressOf } from '../address.ts';
import { isolatedName } from '../direction.ts';
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

/** The name of an actor; for a source the words that its article prints. */
export function shortNameOf(actor: ActorNameFragment): string {
  return 'printedAs' in actor && actor.printedAs ? actor.printedAs : actor.name;
}

/** A name to compare with others: "U.S. officials" and "US officials" are one. */
export function plainNameOf(name: string): string {
  return name.replaceAll('.', '').toLowerCase();
}

/** The name of an actor where no article is named: for a source also its article, since others may use the same words. */
export function labelOf(actor: ActorNameFragment): string {
  const name = shortNameOf(actor);
  return 'article' in actor ? `${isolatedName(name)} (${isolatedName(actor.article.shortName)})` : name;
}

/** The name of an actor where no article is named, linked to its page. */
export function ActorLabel({ actor }: { actor: ActorNameFragment }) {
  return <a href={addressOfActor(actor)}>{labelOf(actor)}</a>;
}

/** The short name of an article, such as its outlet and date, linked to its page; the headline is its tooltip. */
export function ArticleName({ article }: { article: ArticleNameFragment }) {
  return (
    <a href={addressOf('article', article.slug)} title={article.headline}>
      <cite>{article.shortName}</cite>
    </a>
  );
}

/** The headline of an article, linked to its page. */
export function Headline({ article }: { article: ArticleNameFragment }) {
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
