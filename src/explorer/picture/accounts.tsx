import { addressOf } from '../address.ts';
import type {
  DatedArticleFragment,
  DisagreementKind,
  DisagreementPageQuery,
  FullWordingFragment,
} from '../generated/operation.ts';
import { ActorName } from '../part/name.tsx';
import { whenOf, wordOf } from '../part/word.ts';
import { byArticle, DatedArticle } from './dated-article.tsx';
import { Place, Provenance } from './provenance.tsx';
import { StanceTag } from './stance-tag.tsx';

/** What a kind of disagreement means, in a sentence. */
export const KIND: Readonly<Record<DisagreementKind, string>> = {
  CONTRADICTION: 'The accounts cannot all be true of the same thing at the same time.',
  DIFFERENT_SCOPE: 'The accounts speak of more or less of the thing, or of different sides of it, and can all be true.',
  CHANGE_OVER_TIME: 'Each account can have been true in its time, since things went on in between.',
  CERTAINTY: 'The accounts tell the same, but not as equally sure.',
  WORDING: 'The accounts mean the same and call it differently.',
};

type Disagreement = NonNullable<DisagreementPageQuery['disagreement']>;
type Assertion = Disagreement['assertions']['nodes'][number];
type Wording = FullWordingFragment & { readonly quote: { readonly slug: string } };

type Account = { readonly article: DatedArticleFragment } & (
  | { readonly assertion: Assertion; readonly wording?: undefined }
  | { readonly wording: Wording; readonly assertion?: undefined }
);

export interface AccountsProps {
  readonly assertions: readonly Assertion[];
  readonly wordings: readonly Wording[];
}

/** A column for each article with its accounts; on a narrow page one below the other. */
export function Accounts({ assertions, wordings }: AccountsProps) {
  const accounts: Account[] = [
    ...assertions.map((assertion) => ({ article: assertion.article, assertion })),
    ...wordings.map((wording) => ({ article: wording.article, wording })),
  ];
  return (
    <ul class="accounts">
      {byArticle(accounts).map(({ article, items }) => (
        <li key={article.slug}>
          <DatedArticle article={article} />
          {items.map(({ assertion, wording }) =>
            assertion ? (
              <AssertionAccount key={assertion.id} assertion={assertion} />
            ) : (
              wording && <WordingAccount key={wording.id} wording={wording} />
            ),
          )}
        </li>
      ))}
    </ul>
  );
}

function AssertionAccount({ assertion }: { assertion: Assertion }) {
  return (
    <div class="account" id={assertion.id}>
      <Head assertion={assertion} />
      <p>{assertion.gloss}</p>
      <Provenance assertion={assertion} withArticle={false} />
      <Place assertion={assertion} />
    </div>
  );
}

/** What the articles differ in, before the sentence that explains it. */
function Head({ assertion }: { assertion: Assertion }) {
  if ('stance' in assertion) {
    return (
      <p>
        <StanceTag stance={assertion.stance} modality={assertion.modality} />
      </p>
    );
  }
  if ('verb' in assertion) {
    return (
      <p class="value">
        “{assertion.verb}” <span class="tag">{wordOf(assertion.status)}</span>
      </p>
    );
  }
  if ('value' in assertion) return <p class="value">{assertion.value}</p>;
  if ('printed' in assertion) return <p class="value">“{assertion.printed}”</p>;
  return null;
}

function WordingAccount({ wording }: { wording: Wording }) {
  const { id, text, gloss, rendering, speaker, attributedAs, said, paragraph, quote } = wording;
  return (
    <div class="account" id={id}>
      {text && (
        <p class="value">
          <a href={addressOf('quote', quote.slug)}>“{text}”</a>
        </p>
      )}
      <p>{text ? gloss : <a href={addressOf('quote', quote.slug)}>{gloss}</a>}</p>
      <p class="note">
        <span class="tag">{wordOf(rendering)}</span> paragraph {paragraph}; on the word of{' '}
        {speaker ? <ActorName actor={speaker} /> : 'nobody named'}
        {attributedAs && `, as “${attributedAs}”`}
        {said && `; ${whenOf(said)}`}
      </p>
    </div>
  );
}
