import { addressOf } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import { QuotePageDocument, WordingsOfQuoteDocument } from '../generated/operation.ts';
import { Evidence } from '../part/evidence.tsx';
import { ActorName, ProposalName } from '../part/name.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { Speaker, SpeakerByArticle } from '../part/speaker.tsx';
import { countOf, whenOf } from '../part/word.ts';
import { Wordings } from '../picture/wordings.tsx';

/** `/quote/<slug>`: a quote, and each article's wording of it. */
export const quotePage = definePage({
  path: '/quote/:slug',
  document: QuotePageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ quote }) => quote?.slug ?? null,
  title: ({ quote }) => {
    const text = quote?.text ?? '';
    return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
  },
  queries: ({ params }) => ({ wordings: pageQuery(WordingsOfQuoteDocument, { slug: params.slug ?? '' }) }),
  View: ({ data: { quote }, links }) => {
    if (!quote) return null;
    const {
      text,
      consistent,
      canonicalSpeaker: speaker,
      event,
      about,
      proposals,
      wordings,
      distinctFrom,
      assertions,
    } = quote;
    const articles = new Set(wordings.nodes.map(({ article }) => article.slug)).size;
    return (
      <>
        <h1 class={text.length > 120 ? 'whole long' : 'whole'}>“{text}”</h1>
        <p class="lead">
          <SpeakerByArticle speaker={speaker} wordings={wordings.nodes} />
          {proposals.nodes.length > 0 && (
            <>
              . About{' '}
              {proposals.nodes.map((proposal, i) => (
                <span key={proposal.slug}>
                  {i > 0 && ', '}
                  <ProposalName proposal={proposal} />
                </span>
              ))}
            </>
          )}
          {about.nodes.length > 0 && (
            <>
              {proposals.nodes.length > 0 ? ' and ' : '. About '}
              {about.nodes.map((actor, i) => (
                <span key={actor.slug}>
                  {i > 0 && ', '}
                  <ActorName actor={actor} />
                </span>
              ))}
            </>
          )}
          {event && (
            <>
              {'. Said at: '}
              <a href={addressOf('event', event.slug)}>{event.name}</a> ({whenOf(event.when)})
            </>
          )}
        </p>
        {!consistent && (
          <p class="warning" role="note">
            <strong>Articles attribute these words to different speakers.</strong> Each wording below shows the speaker
            that its article names.
          </p>
        )}
        <section aria-labelledby="wordings">
          <h2 id="wordings">As reported in {countOf(articles, 'article')}</h2>
          <p class="caption">
            The quote above is the fullest version in any article. Below is each article’s version:{' '}
            <del>struck through</del> what it leaves out, <ins>underlined</ins> what it adds or changes. The bar shows
            which part of the full quote it prints.
          </p>
          <Wordings whole={text} wordings={wordings.nodes} />
          {wordings.totalCount > wordings.nodes.length && (
            <p class="caption">
              Showing {wordings.nodes.length} of {countOf(wordings.totalCount, 'wording')}; download the file for all of
              them.
            </p>
          )}
          <QueryActions links={links.wordings} file />
        </section>
        {distinctFrom.nodes.length > 0 && (
          <section aria-labelledby="distinct">
            <h2 id="distinct">Not to be confused with</h2>
            <p class="caption">Similar words, but a different statement.</p>
            <ul class="quote-list">
              {distinctFrom.nodes.map((other) => (
                <li key={other.slug}>
                  <a href={addressOf('quote', other.slug)}>“{other.text}”</a>{' '}
                  <Speaker speaker={other.canonicalSpeaker} wordings={other.named.groups.nodes} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {assertions.totalCount > 0 && (
          <section aria-labelledby="assertions">
            <h2 id="assertions">Claims based on this quote</h2>
            {assertions.nodes.map((assertion) => (
              <Evidence key={assertion.id} assertion={assertion} />
            ))}
          </section>
        )}
      </>
    );
  },
});
