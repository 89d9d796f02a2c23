import type { EvidenceFragment } from '../generated/operation.ts';
import { ActorName, ArticleName } from '../part/name.tsx';
import { BASIS_LABEL, cautionOf, whenOf } from '../part/word.ts';
import { OwnWords, Printed } from '../part/words.tsx';

/** Where an assertion comes from in one line: the article, the paragraph, according to whom, and the basis. */
export function Provenance({ assertion, withArticle = true }: { assertion: EvidenceFragment; withArticle?: boolean }) {
  const { article, paragraph, when, assertedBy, relayedBy, basis } = assertion;
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
          according to <ActorName actor={assertedBy} />
        </>
      ) : (
        'according to the article itself'
      )}
      {relayedBy && (
        <>
          , reported by <ActorName actor={relayedBy} />
        </>
      )}
      {when && `; date: ${whenOf(when)}${cautionOf(when)}`}
      {basis !== 'STATED' && (
        <>
          {' '}
          <span class={`basis ${basis.toLowerCase()}`}>{BASIS_LABEL[basis]}</span>
        </>
      )}
    </p>
  );
}

/** The source passage of an assertion: the words it is based on, its text, and its span in the article. */
export function SourcePassage({ assertion }: { assertion: EvidenceFragment }) {
  const { article, wordings, spanText, start, end, sha256 } = assertion;
  return (
    <details class="passage">
      <summary>Source passage</summary>
      <OwnWords wordings={wordings.nodes} />
      {spanText && (
        <p>
          <Printed article={article}>{spanText}</Printed>
        </p>
      )}
      <p>
        Characters {start}–{end}, SHA-256 <code>{sha256.slice(0, 12)}…</code>
      </p>
    </details>
  );
}
