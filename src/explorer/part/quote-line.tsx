import { addressOf } from '../address.ts';
import type { QuoteLineFragment } from '../generated/operation.ts';
import { groupBy } from '../group.ts';
import { ArticleName } from './name.tsx';
import { Speaker } from './speaker.tsx';

/** A list of quotes: the words, optionally the speaker, and the articles that report them. */
export function QuoteLines({ quotes, speaker = true }: { quotes: readonly QuoteLineFragment[]; speaker?: boolean }) {
  return (
    <ul class="utterances">
      {quotes.map((quote) => (
        <li key={quote.slug}>
          <QuoteLine quote={quote} speaker={speaker} />
        </li>
      ))}
    </ul>
  );
}

function QuoteLine({ quote, speaker }: { quote: QuoteLineFragment; speaker: boolean }) {
  const articles = [...groupBy(quote.wordings.nodes, ({ article }) => article.slug).values()];
  return (
    <>
      <p>
        <a class="spoken" href={addressOf('quote', quote.slug)}>
          “{quote.text}”
        </a>
      </p>
      <p class="note">
        {speaker && <Speaker speaker={quote.canonicalSpeaker} wordings={quote.wordings.nodes} />}
        {speaker && ', '}
        {articles.length > 1 ? `in ${articles.length} articles: ` : 'in '}
        {articles.map(
          ([wording], i) =>
            wording && (
              <span key={wording.article.slug}>
                {i > 0 && '; '}
                {wording.article.publishers.nodes.map(({ name }) => `${name}, `)}
                <ArticleName article={wording.article} />
                {wording.rendering === 'REPORTED' && ' (reported)'}
              </span>
            ),
        )}
      </p>
    </>
  );
}
