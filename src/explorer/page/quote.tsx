import { Fragment } from 'preact';
import { addressOf } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import { QuotePageDocument, type QuotePageQuery, WordingsOfQuoteDocument } from '../generated/operation.ts';
import { Evidence } from '../part/evidence.tsx';
import { inMarks } from '../part/marks.ts';
import { ActorName, ArticleName, ProposalName } from '../part/name.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { QuoteLines } from '../part/quote-line.tsx';
import { SpeakersByArticle } from '../part/speaker.tsx';
import { versionsOf } from '../part/version.ts';
import { countOf, whenOf } from '../part/word.ts';
import { Quoted } from '../part/words.tsx';
import { Wordings } from '../picture/wordings.tsx';

/** `/quote/<slug>`: a quote, and each article's wording of it. */
export const quotePage = definePage({
  path: '/quote/:slug',
  document: QuotePageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ quote }) => quote?.slug ?? null,
  title: ({ quote }) => {
    const words = textOf(fullestOf(quote));
    return inMarks(words.length > 60 ? `${words.slice(0, 60)}…` : words);
  },
  queries: ({ params }) => ({ wordings: pageQuery(WordingsOfQuoteDocument, { slug: params.slug ?? '' }) }),
  View: ({ data: { quote }, links }) => {
    if (!quote) return null;
    const { text, consistent, event, about, proposals, wordings, distinctFrom, assertions } = quote;
    const fullest = fullestOf(quote);
    const articles = new Set(wordings.nodes.map(({ article }) => article.slug)).size;
    return (
      <>
        <h1 class={text.length > 120 ? 'whole long' : 'whole'}>
          {fullest.map((wording, i) => (
            <Fragment key={wording.id}>
              {i > 0 && ' … '}
              <Quoted words={wording.text ?? wording.gloss} of={[wording]} />
            </Fragment>
          ))}
        </h1>
        <p class="lead">
          <SpeakersByArticle wordings={wordings.nodes} />
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
            The quote above is the fullest version
            {fullest[0] && (
              <>
                {' '}
                (<ArticleName article={fullest[0].article} />)
              </>
            )}
            . Below are each article’s own words. If they differ from the fullest version, a comparison follows:{' '}
            <del>struck through</del> what the article leaves out, <ins>underlined</ins> what it adds or changes.
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
            <QuoteLines quotes={distinctFrom.nodes} />
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

type QuoteWordings = readonly NonNullable<QuotePageQuery['quote']>['wordings']['nodes'][number][];

/** The wordings of an article whose words are the fullest ones. */
function fullestOf(quote: QuotePageQuery['quote']): QuoteWordings {
  const versions = versionsOf(quote?.wordings.nodes ?? []).map(({ articles }) => articles[0] ?? []);
  return versions.find((wordings) => textOf(wordings) === quote?.text) ?? versions[0] ?? [];
}

function textOf(wordings: QuoteWordings): string {
  return wordings.map(({ text, gloss }) => text ?? gloss).join(' … ');
}
