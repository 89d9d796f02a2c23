import { addressOf } from '../address.ts';
import { definePage } from '../definition.ts';
import { ArticlePageDocument } from '../generated/operation.ts';
import { AskYourself } from '../part/ask-yourself.tsx';
import { Evidence } from '../part/evidence.tsx';
import { ActorName } from '../part/name.tsx';
import { countOf, whenOf, wordOf } from '../part/word.ts';

/** `/article/<slug>`: what one article says, all of it with its evidence. */
export const articlePage = definePage({
  path: '/article/:slug',
  document: ArticlePageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ article }) => article?.slug ?? null,
  title: ({ article }) => article?.headline ?? '',
  View: ({ data: { article }, links }) => {
    if (!article) return null;
    const { headline, summary, published, wordings, assertions, disagreements } = article;
    return (
      <>
        <h1>{headline}</h1>
        <p class="note">{whenOf(published)}</p>
        <p class="lead">{summary}</p>
        <section aria-labelledby="quotes">
          <h2 id="quotes">Whom it quotes</h2>
          <ul>
            {wordings.nodes.map(({ ordinal, quote, text, gloss, rendering, speaker }) => (
              <li key={ordinal}>
                {speaker ? <ActorName actor={speaker} /> : 'Nobody named'}:{' '}
                <a href={addressOf('quote', quote.slug)}>{text ? `“${text}”` : gloss}</a>{' '}
                <span class="tag">{wordOf(rendering)}</span>
              </li>
            ))}
          </ul>
        </section>
        {disagreements.nodes.length > 0 && (
          <section aria-labelledby="disagreements">
            <h2 id="disagreements">Where others say otherwise</h2>
            <ul>
              {disagreements.nodes.map(({ slug, topic, kind }) => (
                <li key={slug}>
                  <a href={addressOf('disagreement', slug)}>{topic}</a> <span class="tag">{wordOf(kind)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="assertions">
          <h2 id="assertions">{countOf(assertions.totalCount, 'assertion')}</h2>
          {assertions.nodes.map((assertion) => (
            <Evidence key={assertion.id} assertion={assertion} />
          ))}
        </section>
        <AskYourself links={links.page} />
      </>
    );
  },
});
