import { addressOf } from '../address.ts';
import type { EvidenceFragment } from '../generated/operation.ts';
import { ActorName, ArticleName } from '../part/name.tsx';
import { wordOf } from '../part/word.ts';

/** In which article something stands, on whose word, and on what ground: one line. */
export function Provenance({ assertion, withArticle = true }: { assertion: EvidenceFragment; withArticle?: boolean }) {
  const { article, paragraph, assertedBy, relayedBy, basis } = assertion;
  return (
    <p class="note">
      {withArticle && (
        <>
          <ArticleName article={article} />,{' '}
        </>
      )}
      paragraph {paragraph}
      {'; '}
      {assertedBy ? (
        <>
          on the word of <ActorName actor={assertedBy} />
        </>
      ) : (
        'in the article’s own voice'
      )}
      {relayedBy && (
        <>
          , told by <ActorName actor={relayedBy} />
        </>
      )}
      {basis !== 'STATED' && (
        <>
          {' '}
          <span class={`basis ${basis.toLowerCase()}`}>{wordOf(basis)}</span>
        </>
      )}
    </p>
  );
}

/** The quote that an assertion rests on and its place in the text, for who wants to look it up. */
export function Place({ assertion }: { assertion: EvidenceFragment }) {
  const { quote, spanText, start, end, sha256 } = assertion;
  return (
    <details class="place">
      <summary>Where it stands</summary>
      {quote && (
        <p>
          It rests on the quote <a href={addressOf('quote', quote.slug)}>“{quote.text}”</a>
        </p>
      )}
      {spanText && (
        <p>
          <q>{spanText}</q>
        </p>
      )}
      <p>
        Characters {start} to {end}, SHA-256 <code>{sha256.slice(0, 12)}…</code>
      </p>
    </details>
  );
}
