import { definePage, question } from '../definition.ts';
import { HomeDocument, type HomeQuery, StanceListDocument } from '../generated/operation.ts';
import { AskYourself, askWithFile } from '../part/ask-yourself.tsx';
import { ArticleName, ProposalName } from '../part/name.tsx';
import { NoneYet } from '../part/none-yet.tsx';
import { OutletNames } from '../part/outlet-name.tsx';
import { Topic } from '../part/topic.tsx';
import { dayOf, publishedOf } from '../part/word.ts';

/** `/`: what there is, and the ways in. */
export const homePage = definePage({
  path: '/',
  document: HomeDocument,
  variables: () => ({}),
  title: () => 'Onrecord',
  questions: () => ({ positions: question(StanceListDocument, {}) }),
  View: ({ data, links }) => {
    const { articles, disagreements, disputed, revision } = data;
    return (
      <>
        <h1>Who said what, when, in which outlet, about which proposal, and where they stand.</h1>
        {articles.totalCount === 0 ? (
          <NoneYet many="articles" />
        ) : (
          <p class="lead">
            {data.assertions.totalCount} assertions from {articles.totalCount} articles, each with the place where it
            stands. {data.positions.totalCount} of them say where somebody stands.
          </p>
        )}
        <Counts data={data} />
        {disputed.nodes.length > 0 && (
          <section aria-labelledby="disputed">
            <h2 id="disputed">Most debated proposals</h2>
            <table class="debated">
              <thead>
                <tr>
                  <th scope="col">Proposal</th>
                  <th scope="col">For</th>
                  <th scope="col">Neither</th>
                  <th scope="col">Against</th>
                  <th scope="col">Expected to oppose</th>
                </tr>
              </thead>
              <tbody>
                {disputed.nodes.map((proposal) => (
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
              A square is a person, a state or another actor who takes a stance; an empty one stands for an actor who
              took none, and of whom others expect that it opposes.
            </p>
            <AskYourself links={askWithFile(links.page, links.positions)} file />
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
            <h2 id="disagreements">Where articles do not agree</h2>
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
                  <ArticleName article={article} />
                </h3>
                <p class="note">
                  {article.publishers.nodes.length > 0 ? (
                    <OutletNames outlets={article.publishers.nodes} />
                  ) : (
                    'no outlet named'
                  )}
                  , {publishedOf(article)}
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
        </p>
      </>
    );
  },
});

const PICTURES = [
  ['/stances', 'Who stands where', 'Actors by proposals, a square for each stance, the evidence behind it.'],
  ['/timeline', 'Timeline', 'What was said, met, decided and published, day by day, as far as dates are known.'],
  ['/connections', 'Connections', 'Whom somebody met or is named with, and how two people are connected.'],
  ['/quotations', 'Quotations', 'Who is quoted most, and by which outlet.'],
] as const;

function Counts({ data }: { data: HomeQuery }) {
  const counts = [
    ['articles', data.articles, 'articles'],
    ['outlets', data.outlets, 'outlets'],
    ['people', data.people, 'people'],
    ['organisations', data.organisations, 'organisations'],
    ['sources', data.sources, 'unnamed sources'],
    ['proposals', data.disputed, 'proposals'],
    ['quotes', data.quotes, 'quotes'],
    ['events', data.events, 'events'],
    ['disagreements', data.disagreements, 'disagreements'],
  ] as const;
  return (
    <ul class="counts">
      {counts.map(([path, { totalCount }, name]) => (
        <li key={path}>
          <a href={`/${path}`}>
            <strong>{totalCount}</strong> {name}
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
      <span aria-hidden="true">{(side === 'awaited' ? '□' : '■').repeat(Math.min(count, MOST_SQUARES))}</span>
    </td>
  );
}

/** More than these say nothing that the number does not. */
const MOST_SQUARES = 12;
