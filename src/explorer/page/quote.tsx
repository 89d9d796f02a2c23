import { addressOf } from '../address.ts';
import { definePage, question } from '../definition.ts';
import { QuotePageDocument, WordingsOfQuoteDocument } from '../generated/operation.ts';
import { AskYourself } from '../part/ask-yourself.tsx';
import { Evidence } from '../part/evidence.tsx';
import { ActorName, ProposalName } from '../part/name.tsx';
import { Speaker, SpeakerByArticle } from '../part/speaker.tsx';
import { countOf, whenOf } from '../part/word.ts';
import { Wordings } from '../picture/wordings.tsx';

/** `/quote/<slug>`: what was said, and how each article gives it. */
export const quotePage = definePage({
  path: '/quote/:slug',
  document: QuotePageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ quote }) => quote?.slug ?? null,
  title: ({ quote }) => {
    const text = quote?.text ?? '';
    return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
  },
  questions: ({ params }) => ({ wordings: question(WordingsOfQuoteDocument, { slug: params.slug ?? '' }) }),
  View: ({ data: { quote }, links }) => {
    if (!quote) return null;
    const { text, consistent, speaker, event, about, proposals, wordings, distinctFrom, assertions } = quote;
    const articles = new Set(wordings.nodes.map(({ article }) => article.slug)).size;
    return (
      <>
        <h1 class={text.length > 120 ? 'whole long' : 'whole'}>“{text}”</h1>
        <p class="lead">
          <SpeakerByArticle speaker={speaker} wordings={wordings.nodes} />
          {proposals.nodes.length > 0 && (
            <>
              , about{' '}
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
              {proposals.nodes.length > 0 ? ' and about ' : ', about '}
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
              {'; at '}
              <a href={addressOf('event', event.slug)}>{event.name}</a> ({whenOf(event.when)})
            </>
          )}
        </p>
        {!consistent && (
          <p class="warning" role="note">
            <strong>Articles name different speakers of these words.</strong> Each wording below says whom its article
            names.
          </p>
        )}
        <section aria-labelledby="wordings">
          <h2 id="wordings">As {articles === 1 ? 'one article gives' : `${articles} articles give`} it</h2>
          <p class="caption">
            The words above are the fullest that one article gives. Here they stand once for each article: plain what it
            keeps, <del>struck through</del> what it leaves out, <ins>underlined</ins> what it has instead or besides.
            The bar shows where in the whole its words lie.
          </p>
          <Wordings whole={text} wordings={wordings.nodes} />
          {wordings.totalCount > wordings.nodes.length && (
            <p class="caption">
              These are {wordings.nodes.length} of {countOf(wordings.totalCount, 'wording')}; the files have all.
            </p>
          )}
          <AskYourself links={links.wordings} file />
        </section>
        {distinctFrom.nodes.length > 0 && (
          <section aria-labelledby="distinct">
            <h2 id="distinct">Not to be confused with</h2>
            <p class="caption">Similar words that are another statement.</p>
            <ul class="quote-list">
              {distinctFrom.nodes.map((other) => (
                <li key={other.slug}>
                  <a href={addressOf('quote', other.slug)}>“{other.text}”</a>{' '}
                  <Speaker speaker={other.speaker} wordings={other.named.groups.nodes} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {assertions.totalCount > 0 && (
          <section aria-labelledby="assertions">
            <h2 id="assertions">What rests on it</h2>
            {assertions.nodes.map((assertion) => (
              <Evidence key={assertion.id} assertion={assertion} />
            ))}
          </section>
        )}
      </>
    );
  },
});
