import type { ArticlePageQuery, CreditCapacity, OriginKind } from '../../generated/operation.ts';
import { ActorName, ArticleName, ProposalName } from '../../part/name.tsx';
import { OutletName } from '../../part/outlet-name.tsx';
import { Subject } from '../../part/subject.tsx';
import { BASIS, BASIS_LABEL, CAPACITY } from '../../part/word.ts';

type Article = NonNullable<ArticlePageQuery['article']>;
type Credit = Article['credits']['nodes'][number];

/** The origin of the story in a sentence. */
const ORIGIN: Readonly<Record<OriginKind, string>> = {
  ORIGINAL: 'The outlet’s own story.',
  SYNDICATED: 'Produced by another outlet and published under licence.',
  REPOST: 'Reposted from another outlet.',
  SUSPECTED_REWRITE: 'Probably a rewrite of another outlet’s story.',
  UNKNOWN: 'The article does not say where the story comes from.',
};

export function Origin({ article: { originKind, originBasis } }: { article: Article }) {
  return (
    <p>
      {ORIGIN[originKind]}{' '}
      {originBasis !== 'STATED' && originBasis !== 'UNKNOWN' && (
        <span class={`basis ${originBasis.toLowerCase()}`}>{BASIS[originBasis]}</span>
      )}
    </p>
  );
}

/** The roles of outlets in producing and distributing an article. */
const CHAIN: ReadonlySet<CreditCapacity> = new Set(['CITED_SOURCE', 'PRODUCER', 'DISTRIBUTOR', 'PUBLISHER']);

/** The outlets through which the story came, in order; inferred ones are listed separately. */
export function Chain({ credits }: { credits: readonly Credit[] }) {
  const outlets = credits
    .filter(({ outlet, capacity }) => outlet && CHAIN.has(capacity))
    .toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
  const rights = credits.filter(({ capacity }) => capacity === 'COPYRIGHT');
  const stated = outlets.filter(({ basis }) => basis === 'STATED');
  const inferred = outlets.filter(({ basis }) => basis !== 'STATED');
  return (
    <>
      {outlets.length === 0 && <p>The article names no outlet; its publisher is unknown.</p>}
      {stated.length > 0 && <Links heading="Stated in the article" credits={stated} />}
      {inferred.length > 0 && <Links heading="Inferred" credits={inferred} inferred />}
      {rights.length > 0 && <h3>{CAPACITY.COPYRIGHT}</h3>}
      {rights.map((credit) => (
        <Subject key={credit.id} assertion={credit} />
      ))}
    </>
  );
}

interface LinksProps {
  readonly heading: string;
  readonly credits: readonly Credit[];
  readonly inferred?: boolean;
}

function Links({ heading, credits, inferred = false }: LinksProps) {
  return (
    <>
      <h3>{heading}</h3>
      <ol class={inferred ? 'route doubtful' : 'route'}>
        {credits.map((credit) => (
          <li key={credit.id}>
            <span class="capacity">{CAPACITY[credit.capacity]}</span>
            {credit.outlet && <OutletName outlet={credit.outlet} />}
            <Subject assertion={credit} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Authors and contributors, in the order of the byline. */
export function Authors({ credits }: { credits: readonly Credit[] }) {
  const people = credits.filter(({ contributor, capacity }) => contributor && capacity !== 'PHOTO');
  return (
    <ul class="people">
      {people.map((credit) => (
        <li key={credit.id}>
          <Subject assertion={credit} />
        </li>
      ))}
    </ul>
  );
}

/** The photos by number: their credits, and who is named in the captions. */
export function Photos({ article: { credits, shown } }: { article: Article }) {
  const photos = credits.nodes.filter(({ capacity }) => capacity === 'PHOTO');
  const figures = [...new Set([...photos, ...shown.nodes].flatMap(({ figure }) => figure ?? []))].toSorted(
    (a, b) => a - b,
  );
  return (
    <ul class="photos">
      {figures.map((figure) => (
        <li key={figure}>
          <h3>Photo {figure}</h3>
          {photos
            .filter((credit) => credit.figure === figure)
            .map((credit) => (
              <Subject key={credit.id} assertion={credit} />
            ))}
          <ShownIn mentions={shown.nodes.filter((mention) => mention.figure === figure)} />
        </li>
      ))}
    </ul>
  );
}

function ShownIn({ mentions }: { mentions: Article['shown']['nodes'] }) {
  const named = new Map(mentions.map((mention) => [mention.actor?.slug ?? mention.proposal?.slug, mention]));
  if (named.size === 0) return null;
  return (
    <p class="note">
      Its caption names{' '}
      {[...named].map(([slug, { actor, proposal }], i) => (
        <span key={slug}>
          {i > 0 && ', '}
          {actor && <ActorName actor={actor} />}
          {proposal && <ProposalName proposal={proposal} />}
        </span>
      ))}
      .
    </p>
  );
}

/** Articles with the same origin, which therefore do not confirm each other. */
export function Dependence({ article: { origin, derivedFrom, derivatives } }: { article: Article }) {
  const others = origin?.articles.nodes ?? [];
  if (others.length === 0) return null;
  return (
    <aside class="callout" aria-label="May not be independent">
      <p>
        <strong>These articles may not be independent of this one.</strong> They appear to share copy, so we count them
        as one account.
      </p>
      <ul>
        {others.map((article) => (
          <li key={article.slug}>
            <ArticleName article={article} />
          </li>
        ))}
      </ul>
      {derivedFrom.nodes.map(({ id, relation, basis, gloss, target }) => (
        <p key={id} class="note">
          This article {RELATION[relation]} <ArticleName article={target} />. {gloss}{' '}
          <span class="basis">{BASIS_LABEL[basis]}</span>
        </p>
      ))}
      {derivatives.nodes.map(({ id, relation, basis, gloss, article }) => (
        <p key={id} class="note">
          <ArticleName article={article} /> {RELATION[relation]} this article. {gloss}{' '}
          <span class="basis">{BASIS_LABEL[basis]}</span>
        </p>
      ))}
    </aside>
  );
}

const RELATION: Readonly<Record<Article['derivedFrom']['nodes'][number]['relation'], string>> = {
  REVISES: 'is a later version of',
  REWRITES: 'rewrites',
  SAME_WIRE: 'appears to share agency copy with',
};
