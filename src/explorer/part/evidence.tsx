import type { ComponentChildren } from 'preact';
import type { EvidenceFragment } from '../generated/operation.ts';
import { ActorName, ArticleName } from './name.tsx';
import { When } from './when.tsx';
import { BASIS, BASIS_LABEL } from './word.ts';
import { OwnWords, Printed } from './words.tsx';

export interface EvidenceProps {
  readonly assertion: EvidenceFragment;
  /** A short label before the text. */
  readonly lead?: ComponentChildren;
  /** Whether the element gets an id to link to: false if the page shows the same assertion twice. */
  readonly anchored?: boolean;
  /** Further rows of the description list. */
  readonly children?: ComponentChildren;
}

/** An assertion in our words; its evidence unfolds. */
export function Evidence({ assertion, lead, anchored = true, children }: EvidenceProps) {
  const { id, gloss, basis, paragraph, start, end, sha256, spanText, article, when, assertedBy, relayedBy, wordings } =
    assertion;
  return (
    <details class="evidence" id={anchored ? id : undefined}>
      <summary>
        {lead} {gloss} {basis !== 'STATED' && <span class={`basis ${basis.toLowerCase()}`}>{BASIS_LABEL[basis]}</span>}
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
          <dt>According to</dt>
          <dd>
            {assertedBy ? <ActorName actor={assertedBy} /> : 'the article itself'}
            {relayedBy && (
              <>
                , reported by <ActorName actor={relayedBy} />
              </>
            )}
          </dd>
        </div>
        {when && (
          <div>
            <dt>Date</dt>
            <dd>
              <When when={when} article={article} />
            </dd>
          </div>
        )}
        {wordings.nodes.length > 0 && (
          <div>
            <dt>Quote</dt>
            <dd>
              <OwnWords wordings={wordings.nodes} />
            </dd>
          </div>
        )}
        {spanText && (
          <div>
            <dt>Text</dt>
            <dd>
              <Printed article={article}>{spanText}</Printed>
            </dd>
          </div>
        )}
        <div>
          <dt>Basis</dt>
          <dd>{BASIS[basis]}</dd>
        </div>
        <div>
          <dt>Source passage</dt>
          <dd>
            characters {start}–{end}, SHA-256 <code>{sha256.slice(0, 12)}…</code>
          </dd>
        </div>
      </dl>
    </details>
  );
}
