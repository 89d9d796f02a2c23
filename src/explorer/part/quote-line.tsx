import type { QuoteLineFragment } from '../generated/operation.ts';
import { Versions } from './words.tsx';

/** A list of quotes, each in the words of the articles that report it. */
export function QuoteLines({ quotes, speaker = true }: { quotes: readonly QuoteLineFragment[]; speaker?: boolean }) {
  return (
    <ul class="utterances">
      {quotes.map(({ slug, wordings }) => (
        <li key={slug}>
          <Versions wordings={wordings.nodes} speaker={speaker} />
        </li>
      ))}
    </ul>
  );
}
