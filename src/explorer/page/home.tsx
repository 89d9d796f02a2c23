import { addressOf } from '../address.ts';
import { definePage } from '../definition.ts';
import { HomeDocument } from '../generated/operation.ts';
import { AskYourself } from '../part/ask-yourself.tsx';
import { ArticleName, ProposalName } from '../part/name.tsx';
import { countOf, whenOf, wordOf } from '../part/word.ts';

/** `/`: what there is, and the ways in. */
export const homePage = definePage({
  path: '/',
  document: HomeDocument,
  variables: () => ({}),
  title: () => 'Onrecord',
  View: ({ data, links }) => {
    const { articles, people, organisations, sources, outlets, disputed, quotes, events, disagreements } = data;
    const counts = [
      ['/articles', articles.totalCount, 'articles'],
      ['/outlets', outlets.totalCount, 'outlets'],
      ['/people', people.totalCount, 'people'],
      ['/organisations', organisations.totalCount, 'organisations'],
      ['/sources', sources.totalCount, 'unnamed sources'],
      ['/proposals', disputed.totalCount, 'proposals'],
      ['/quotes', quotes.totalCount, 'quotes'],
      ['/events', events.totalCount, 'events'],
      ['/disagreements', disagreements.totalCount, 'disagreements'],
    ] as const;
    return (
      <>
        <h1>Who said what, when, in which outlet, about which proposal, and where they stand.</h1>
        <p class="lead">
          {data.assertions.totalCount} assertions, each with the place where it stands; {data.positions.totalCount} of
          them are positions.
        </p>
        <ul class="counts">
          {counts.map(([href, count, name]) => (
            <li key={href}>
              <a href={href}>
                <strong>{count}</strong> {name}
              </a>
            </li>
          ))}
        </ul>
        <section aria-labelledby="disputed">
          <h2 id="disputed">Most debated proposals</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Proposal</th>
                <th scope="col">For</th>
                <th scope="col">Neither</th>
                <th scope="col">Against</th>
              </tr>
            </thead>
            <tbody>
              {disputed.nodes.map((proposal) => (
                <tr key={proposal.slug}>
                  <th scope="row">
                    <ProposalName proposal={proposal} />
                  </th>
                  <td>{proposal.for.groups.totalCount}</td>
                  <td>{proposal.neither.groups.totalCount}</td>
                  <td>{proposal.against.groups.totalCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href="/stances">Who stands where, all in one picture</a>
          </p>
        </section>
        <section aria-labelledby="disagreements">
          <h2 id="disagreements">Where articles do not agree</h2>
          <ul>
            {disagreements.nodes.map(({ slug, topic, kind, articles: { totalCount } }) => (
              <li key={slug}>
                <a href={addressOf('disagreement', slug)}>{topic}</a> <span class="tag">{wordOf(kind)}</span>{' '}
                {countOf(totalCount, 'article')}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="articles">
          <h2 id="articles">Articles</h2>
          {articles.nodes.map((article) => (
            <article key={article.slug}>
              <h3>
                <ArticleName article={article} />
              </h3>
              <p class="note">
                {article.publishers.nodes.map(({ name }) => name).join(', ')}, {whenOf(article.published)}
              </p>
              <p>{article.summary}</p>
            </article>
          ))}
        </section>
        <AskYourself links={links.page} />
      </>
    );
  },
});
