import { Fragment } from 'preact';
import { DESCRIPTION, definePage, pageQuery } from '../definition.ts';
import { HomeDocument, PositionsDocument } from '../generated/operation.ts';
import { KINDS, type ListName } from '../kind.ts';
import { ArticleDate } from '../part/article-date.tsx';
import { Headline, ProposalName } from '../part/name.tsx';
import { NoneYet } from '../part/none-yet.tsx';
import { OutletNames } from '../part/outlet-name.tsx';
import { QueryActions, queryWithFile } from '../part/query-actions.tsx';
import { EventName } from '../part/subject.tsx';
import { Topic } from '../part/topic.tsx';
import { countOf, dayOf } from '../part/word.ts';

/** `/`: an overview of the data. */
export const homePage = definePage({
  path: '/',
  document: HomeDocument,
  variables: () => ({}),
  title: ({ dataset }) => dataset?.title ?? 'Onrecord',
  description: ({ dataset }) => dataset?.description,
  queries: () => ({ positions: pageQuery(PositionsDocument, {}) }),
  View: ({ data, links }) => {
    const { articles, disagreements, events, proposals, revision } = data;
    return (
      <>
        <h1>{data.dataset?.title ?? DESCRIPTION}</h1>
        {data.dataset && <p class="lead">{data.dataset.description}</p>}
        {articles.totalCount === 0 ? (
          <NoneYet many="articles" />
        ) : (
          <p class="lead">
            {countOf(data.assertions.totalCount, 'statement')} from {countOf(articles.totalCount, 'news article')}, each
            traced to its source.
            {events.nodes.length > 0 && ' Most reported: '}
            {events.nodes.map((event, i) => (
              <Fragment key={event.slug}>
                {i > 0 && '; '}
                <EventName event={event} />
              </Fragment>
            ))}
            {events.nodes.length > 0 && '.'}
          </p>
        )}
        <Counts data={data} />
        {proposals.nodes.length > 0 && (
          <section aria-labelledby="debated">
            <h2 id="debated">Most debated proposals</h2>
            <table class="debated">
              <thead>
                <tr>
                  <th scope="col">Proposal</th>
                  <th scope="col">Actors for</th>
                  <th scope="col">Actors neither for nor against</th>
                  <th scope="col">Actors against</th>
                  <th scope="col">Actors expected to oppose</th>
                </tr>
              </thead>
              <tbody>
                {proposals.nodes.map((proposal) => (
                  <tr key={proposal.slug}>
                    <th scope="row">
                      <ProposalName proposal={proposal} />
                    </th>
                    <Actors side="for" count={proposal.for.groups.totalCount} />
                    <Actors side="neither" count={proposal.neither.groups.totalCount} />
                    <Actors side="against" count={proposal.against.groups.totalCount} />
                    <Actors side="awaited" count={proposal.expected.groups.totalCount} />
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="note">
              Each square is a person, state or other actor who took a position. An empty square is an actor whom others
              expect to oppose, but who has taken no position itself.
            </p>
            <QueryActions links={queryWithFile(links.page, links.positions)} file />
          </section>
        )}
        <nav aria-labelledby="pictures">
          <h2 id="pictures">At a glance</h2>
          <ul class="ways">
            {PICTURES.map(([href, name, about]) => (
              <li key={href}>
                <a href={href}>{name}</a>
                <p>{about}</p>
              </li>
            ))}
          </ul>
        </nav>
        {disagreements.nodes.length > 0 && (
          <section aria-labelledby="disagreements">
            <h2 id="disagreements">Where the articles differ</h2>
            <ul>
              {disagreements.nodes.map(({ slug, topic, kind }) => (
                <li key={slug}>
                  <Topic slug={slug} topic={topic} kind={kind} />
                </li>
              ))}
            </ul>
            <p>
              <a href="/disagreements">All {disagreements.totalCount} disagreements</a>
            </p>
          </section>
        )}
        {articles.nodes.length > 0 && (
          <section aria-labelledby="articles">
            <h2 id="articles">Articles</h2>
            {articles.nodes.map((article) => (
              <article key={article.slug}>
                <h3>
                  <Headline article={article} />
                </h3>
                <p class="note">
                  {article.publishers.nodes.length > 0 ? (
                    <OutletNames outlets={article.publishers.nodes} />
                  ) : (
                    'no outlet named'
                  )}
                  , <ArticleDate article={article} />
                </p>
                <p>{article.summary}</p>
              </article>
            ))}
            {articles.totalCount > articles.nodes.length && (
              <p>
                <a href="/articles">All {articles.totalCount} articles</a>
              </p>
            )}
          </section>
        )}
        <p class="note">
          Revision {revision.number}, imported on {dayOf(revision.importedAt.slice(0, 10))}.
          {data.dataset && data.dataset.annotators.length > 0 && ` Annotated by ${data.dataset.annotators.join(', ')}.`}
          {data.dataset?.licence && ` Licence of the annotations: ${data.dataset.licence}.`}
        </p>
      </>
    );
  },
});

const PICTURES = [
  ['/stances', 'Positions', 'Who is for and against each proposal, with the evidence.'],
  ['/timeline', 'Timeline', 'What happened, was said and was published, day by day.'],
  ['/connections', 'Connections', 'Who met whom, who shares a position, and how two people are connected.'],
  ['/quotations', 'Quotations', 'Who is quoted most, and by which outlet.'],
] as const;

/** How many there are of each kind, as links to the lists. */
function Counts({ data }: { data: Readonly<Record<ListName, { readonly totalCount: number }>> }) {
  return (
    <ul class="counts">
      {Object.values(KINDS).map(({ list, one, many }) => (
        <li key={list}>
          <a href={`/${list}`}>
            <strong>{data[list].totalCount}</strong> {data[list].totalCount === 1 ? one : many}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** How many actors are on a side, as squares and as a number. */
function Actors({ side, count }: { side: string; count: number }) {
  return (
    <td class={`actors ${side}`}>
      <span class="number">{count}</span>
      <span aria-hidden="true">{(side === 'awaited' ? '□' : '■').repeat(Math.min(count, MAX_SQUARES))}</span>
    </td>
  );
}

/** Beyond these, only the number is shown. */
const MAX_SQUARES = 12;
