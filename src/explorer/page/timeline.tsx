import { type Address, addressOf } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import {
  type ArticleWhere,
  DatedWordingsDocument,
  type EventWhere,
  type QuoteWhere,
  TimelineDocument,
  TimelineEntriesDocument,
  type TimelineQuery,
  type TimelineWhere,
  type WordingWhere,
} from '../generated/operation.ts';
import { addressWith } from '../list.ts';
import { ArticleName } from '../part/name.tsx';
import { NoneYet } from '../part/none-yet.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { QuoteLines } from '../part/quote-line.tsx';
import { Rest } from '../part/sections.tsx';
import { NotUnderstood, UnknownNames } from '../part/unknown.tsx';
import { countOf } from '../part/word.ts';
import { actorOption, articleOption, Choice } from '../picture/choice.tsx';
import { isDay } from '../picture/days.ts';
import { Timeline } from '../picture/timeline.tsx';

const is = (slug: string) => ({ slug: { eq: slug } });

function whereOf({ search: { actor, proposal, article, from, to } }: Address): TimelineWhere {
  const when = { ...(isDay(from) && { latest: { gte: from } }), ...(isDay(to) && { earliest: { lte: to } }) };
  return {
    ...(actor && { actor: is(actor) }),
    ...(proposal && { proposal: is(proposal) }),
    ...(article && { article: is(article) }),
    ...(Object.keys(when).length > 0 && { when }),
  };
}

/** Wordings with a date, under the same conditions. */
function saidOf(address: Address): WordingWhere {
  const { actor, proposal, article, when } = whereOf(address);
  return {
    ...(actor && { speaker: actor }),
    ...(proposal && { quote: { proposals: { some: proposal } } }),
    ...(article && { article }),
    AND: [{ said: { isNull: false } }, ...(when ? [{ said: when }] : [])],
  };
}

/** Quotes, events and articles without a date, under the same conditions. */
function undatedOf({ search: { actor, proposal, article } }: Address) {
  const undatedQuotes: QuoteWhere = {
    wordings: {
      none: { said: { isNull: false } },
      ...((actor || article) && {
        some: { ...(actor && { speaker: is(actor) }), ...(article && { article: is(article) }) },
      }),
    },
    ...(proposal && { proposals: { some: is(proposal) } }),
  };
  const undatedEvents: EventWhere = {
    when: { isNull: true },
    ...((actor || article) && {
      participations: { some: { ...(actor && { actor: is(actor) }), ...(article && { article: is(article) }) } },
    }),
    ...(proposal && { proposals: { some: is(proposal) } }),
  };
  const undatedArticles: ArticleWhere = {
    published: { isNull: true },
    updated: { isNull: true },
    ...(article && is(article)),
    AND: [
      ...(actor ? [{ mentions: { some: { actor: is(actor) } } }] : []),
      ...(proposal ? [{ mentions: { some: { proposal: is(proposal) } } }] : []),
    ],
  };
  return { undatedQuotes, undatedEvents, undatedArticles };
}

/** `/timeline`: everything with a date in order, and everything without. */
export const timelinePage = definePage({
  path: '/timeline',
  document: TimelineDocument,
  variables: (address) => ({
    where: whereOf(address),
    ...undatedOf(address),
    begins: !address.search.after,
    actor: address.search.actor ?? '',
    proposal: address.search.proposal ?? '',
    article: address.search.article ?? '',
    ...(address.search.after && { after: address.search.after }),
  }),
  names: { actor: 'actor', proposal: 'proposal', article: 'article' },
  isEmpty: ({ timeline }) => timeline.nodes.length === 0,
  title: () => 'Timeline',
  queries: (address) => ({
    entries: pageQuery(TimelineEntriesDocument, { where: whereOf(address) }),
    said: pageQuery(DatedWordingsDocument, { where: saidOf(address) }),
  }),
  View: ({ data, address, unknown, links }) => {
    const { timeline, actors, proposals, all } = data;
    const { actor, proposal, article, from, to, after } = address.search;
    const next = timeline.pageInfo.hasNextPage && timeline.pageInfo.endCursor;
    return (
      <>
        <h1>Timeline</h1>
        <p class="lead">
          What happened, was said and was published, by date. A bar runs from the earliest to the latest possible day.
        </p>
        <form class="filters" action="/timeline">
          <Choice
            label="Actor"
            name="actor"
            value={actor}
            options={actors.nodes.map(actorOption)}
            chosen={data.actor && actorOption(data.actor)}
          />
          <Choice label="Proposal" name="proposal" value={proposal} options={proposals.nodes} chosen={data.proposal} />
          <Choice
            label="Article"
            name="article"
            value={article}
            options={all.nodes.map(articleOption)}
            chosen={data.article && articleOption(data.article)}
          />
          <label>
            From <input type="date" name="from" value={from} />
          </label>
          <label>
            To <input type="date" name="to" value={to} />
          </label>
          <button type="submit">Show</button>
        </form>
        <NotUnderstood values={[!isDay(from) && from, !isDay(to) && to]} />
        {timeline.nodes.length === 0 ? (
          <UnknownNames unknown={unknown} address={address}>
            {Object.keys(whereOf(address)).length > 0 || after ? (
              <p class="lead">No dated entries match.</p>
            ) : (
              <NoneYet many="dated entries" />
            )}
          </UnknownNames>
        ) : (
          <figure class="picture">
            <Timeline entries={timeline.nodes} />
            <figcaption>
              {next && timeline.totalCount !== undefined && `${timeline.nodes.length} of `}
              {countOf(timeline.totalCount ?? timeline.nodes.length, 'entry', 'entries')}
              {after && ' on this page'}. A quote appears once for each date its articles give; the status of a proposal
              appears on its article’s date.{' '}
              {isDay(to) && 'Entries with only a latest date are hidden while “To” is set. '}
              {next && (
                <a href={`/timeline?${new URLSearchParams({ ...address.search, after: next })}`}>Later entries</a>
              )}
            </figcaption>
          </figure>
        )}
        <QueryActions links={links.entries} file />
        <QueryActions about="Quotes with their dates by article, given or inferred" links={links.said} file />
        <Undated data={data} address={address} />
      </>
    );
  },
});

/** The entries without a date. */
function Undated({ data: { quotes, events, articles }, address }: { data: TimelineQuery; address: Address }) {
  if (!quotes || !events || !articles) {
    return (
      <p class="note">
        Entries without a date are listed on the <a href={addressWith(address, { after: undefined })}>first page</a>.
      </p>
    );
  }
  if (quotes.totalCount + events.totalCount + articles.totalCount === 0) return null;
  return (
    <section aria-labelledby="undated">
      <h2 id="undated">Without a date</h2>
      <p class="caption">
        {countOf(events.totalCount, 'event')}, {countOf(quotes.totalCount, 'quote')} and{' '}
        {countOf(articles.totalCount, 'article')} without a date. The status of a proposal in an undated article has no
        date either.
      </p>
      <ul>
        {events.nodes.map(({ slug, name }) => (
          <li key={slug}>
            <a href={addressOf('event', slug)}>{name}</a>
          </li>
        ))}
        {articles.nodes.map((one) => (
          <li key={one.slug}>
            <ArticleName article={one} />
          </li>
        ))}
      </ul>
      <Rest shown={events.nodes.length + articles.nodes.length} total={events.totalCount + articles.totalCount} />
      <details>
        <summary>{countOf(quotes.totalCount, 'quote')} without a date</summary>
        <QuoteLines quotes={quotes.nodes} />
        <Rest shown={quotes.nodes.length} total={quotes.totalCount} />
      </details>
    </section>
  );
}
