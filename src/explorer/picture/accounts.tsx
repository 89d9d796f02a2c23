import { addressOf } from '../address.ts';
import type {
  DatedArticleFragment,
  DisagreementKind,
  DisagreementPageQuery,
  FullWordingFragment,
} from '../generated/operation.ts';
import { groupBy } from '../group.ts';
import { CopyButton } from '../part/copy-button.tsx';
import { Rest } from '../part/sections.tsx';
import { DISAGREEMENT, wordOf } from '../part/word.ts';
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
type Account = Disagreement['accounts']['nodes'][number];
type Assertion = Account['assertions']['nodes'][number];
type Wording = FullWordingFragment;

type Passage = { readonly article: DatedArticleFragment } & (
  | { readonly assertion: Assertion; readonly wording?: undefined }
  | { readonly wording: Wording; readonly assertion?: undefined }
);

/** A column for each account with the articles that give it; on a narrow screen the columns are stacked. */
export function Accounts({ accounts }: { accounts: readonly Account[] }) {
  return (
    <ol class="accounts">
      {accounts.map(({ ordinal, says, assertions, wordings }) => {
        const passages: Passage[] = [
          ...assertions.nodes.map((assertion) => ({ article: assertion.article, assertion })),
          ...wordings.nodes.map((wording) => ({ article: wording.article, wording })),
        ];
        return (
          <li key={ordinal}>
            <h3>{says ? `${letterOf(ordinal)}. ${says}` : `Account ${letterOf(ordinal)}`}</h3>
            {byArticle(passages).map(({ article, items }) => (
              <div key={article.slug} class="account-article">
                <DatedArticle article={article} />
                {items.map(({ assertion, wording }) =>
                  assertion ? (
                    <AssertionAccount key={assertion.id} assertion={assertion} />
                  ) : (
                    wording && <WordingAccount key={wording.id} wording={wording} />
                  ),
                )}
              </div>
            ))}
            <Rest
              shown={assertions.nodes.length + wordings.nodes.length}
              total={assertions.totalCount + wordings.totalCount}
            >
              Download the file for all of them.
            </Rest>
          </li>
        );
      })}
    </ol>
  );
}

/** 1 is A, 26 is Z, 27 is AA. */
function letterOf(ordinal: number): string {
  const letter = String.fromCharCode(65 + ((ordinal - 1) % 26));
  return ordinal > 26 ? letterOf(Math.floor((ordinal - 1) / 26)) + letter : letter;
}

interface ContrastsProps {
  readonly kind: DisagreementKind;
  readonly contrasts: Disagreement['contrasts']['nodes'];
}

/** How each two accounts differ, if not all of them differ in the same way. */
export function Contrasts({ kind, contrasts }: ContrastsProps) {
  if (contrasts.every((contrast) => contrast.kind === kind)) return null;
  return (
    <ul class="contrasts">
      {[...groupBy(contrasts, (contrast) => contrast.kind)].map(([other, pairs]) => (
        <li key={other}>
          <span class="tag">{DISAGREEMENT[other]}</span>{' '}
          {pairs
            .map(({ account, other: second }) => `${letterOf(account.ordinal)} and ${letterOf(second.ordinal)}`)
            .join(', ')}
          : {KIND[other]}
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
