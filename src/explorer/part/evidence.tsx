import type { ComponentChildren } from 'preact';
import { addressOf } from '../address.ts';
import type { EvidenceFragment } from '../generated/operation.ts';
import { ActorName, ArticleName } from './name.tsx';
import { BASIS, wordOf } from './word.ts';

export interface EvidenceProps {
  readonly assertion: EvidenceFragment;
  /** What stands before the words, in short. */
  readonly lead?: ComponentChildren;
  /** Whether links may lead here: false where a page shows the same once more. */
  readonly anchored?: boolean;
  /** Further rows of the list. */
  readonly children?: ComponentChildren;
}

/** One thing that one article says, in our words, with its evidence one click away. */
export function Evidence({ assertion, lead, anchored = true, children }: EvidenceProps) {
  const { id, gloss, basis, paragraph, start, end, sha256, spanText, article, assertedBy, relayedBy, quote } =
    assertion;
  return (
    <details class="evidence" id={anchored ? id : undefined}>
      <summary>
        {lead} {gloss} {basis !== 'STATED' && <span class={`basis ${basis.toLowerCase()}`}>{wordOf(basis)}</span>}
      </summary>
      <dl>
        {children}
        <div>
          <dt>Article</dt>
          <dd>
            <ArticleName article={article} />, paragraph {paragraph}
          </dd>
        </div>
        <div>
          <dt>On whose word</dt>
          <dd>
            {assertedBy ? <ActorName actor={assertedBy} /> : 'the article’s own voice'}
            {relayedBy && (
              <>
                , told by <ActorName actor={relayedBy} />
              </>
            )}
          </dd>
        </div>
        {quote && (
          <div>
            <dt>Quote</dt>
            <dd>
              <a href={addressOf('quote', quote.slug)}>“{quote.text}”</a>
            </dd>
          </div>
        )}
        {spanText && (
          <div>
            <dt>Words</dt>
            <dd>
              <q>{spanText}</q>
            </dd>
          </div>
        )}
        <div>
          <dt>Basis</dt>
          <dd>{BASIS[basis]}</dd>
        </div>
        <div>
          <dt>Place</dt>
          <dd>
            characters {start} to {end}, SHA-256 <code>{sha256.slice(0, 12)}…</code>
          </dd>
        </div>
      </dl>
    </details>
  );
}
