import { addressOf } from '../address.ts';
import type {
  DatedArticleFragment,
  DisagreementKind,
  DisagreementPageQuery,
  FullWordingFragment,
} from '../generated/operation.ts';
import { CopyButton } from '../part/copy-button.tsx';
import { wordOf } from '../part/word.ts';
import { Printed, Quoted, SaidBy, SaidOn } from '../part/words.tsx';
import { byArticle, DatedArticle } from './dated-article.tsx';
import { Provenance, SourcePassage } from './provenance.tsx';
import { StanceTag } from './stance-tag.tsx';

/** A kind of disagreement in a sentence. */
export const KIND: Readonly<Record<DisagreementKind, string>> = {
  CONTRADICTION: 'These accounts cannot all be right.',
  DIFFERENT_SCOPE: 'These accounts do not compare the same thing, so all of them can be right.',
  CHANGE_OVER_TIME: 'Each account can have been right at its time.',
  CERTAINTY: 'The accounts agree, but are not equally certain.',
  WORDING: 'The accounts say the same in different words.',
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

/** A column for each article with its accounts; on a narrow screen the columns are stacked. */
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
      <SourcePassage assertion={assertion} />
    </div>
  );
}

/** The value in which the articles differ, above the sentence. */
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
        <Printed article={assertion.article}>{assertion.verb}</Printed>{' '}
        <span class="tag">{wordOf(assertion.status)}</span>
      </p>
    );
  }
  if ('value' in assertion) return <p class="value">{assertion.value}</p>;
  if ('printed' in assertion)
    return (
      <p class="value">
        <Printed article={assertion.article}>{assertion.printed}</Printed>
      </p>
    );
  return null;
}

function WordingAccount({ wording }: { wording: Wording }) {
  const { id, text, gloss, rendering, paragraph, quote } = wording;
  const href = addressOf('quote', quote.slug);
  return (
    <div class="account" id={id}>
      {text && (
        <p class="value">
          <Quoted words={text} of={[wording]} href={href} />
          <CopyButton words={text} />
        </p>
      )}
      <p>{text ? gloss : <a href={href}>{gloss}</a>}</p>
      <p class="note">
        <span class="tag">{wordOf(rendering)}</span> paragraph {paragraph}; <SaidBy of={[wording]} />
        <SaidOn of={wording} before=", " />
      </p>
    </div>
  );
}
