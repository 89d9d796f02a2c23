import { addressOf } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import {
  ClaimsAboutProposalDocument,
  PositionsDocument,
  ProposalPageDocument,
  StatusesOfProposalDocument,
} from '../generated/operation.ts';
import { inMarks } from '../part/marks.ts';
import { ArticleName } from '../part/name.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { QuoteLines } from '../part/quote-line.tsx';
import { Others, Rest } from '../part/sections.tsx';
import { Topics } from '../part/topic.tsx';
import { whenOf, wordOf } from '../part/word.ts';
import { Printed } from '../part/words.tsx';
import { ClaimTable } from '../picture/claim-table.tsx';
import { byArticle, DatedArticle } from '../picture/dated-article.tsx';
import { ProposalLinks } from '../picture/proposal-links.tsx';
import { Provenance, SourcePassage } from '../picture/provenance.tsx';
import { SideColumns } from '../picture/side-columns.tsx';

/** `/proposal/<slug>`: positions on it, its status, and related proposals. */
export const proposalPage = definePage({
  path: '/proposal/:slug',
  document: ProposalPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ proposal }) => proposal?.slug ?? null,
  kind: 'proposal',
  title: ({ proposal }) => proposal?.name ?? '',
  queries: ({ params }) => {
    const variables = { slug: params.slug ?? '' };
    return {
      positions: pageQuery(PositionsDocument, { positions: { proposal: { slug: { eq: variables.slug } } } }),
      statuses: pageQuery(StatusesOfProposalDocument, variables),
      claims: pageQuery(ClaimsAboutProposalDocument, variables),
    };
  },
  View: ({ data: { proposal }, links: queryLinks }) => {
    if (!proposal) return null;
    const { slug, name, kind, summary, aliases, positions, statuses, links, linkedFrom, claims } = proposal;
    const { neither, expected, against, quotes, events, disagreements } = proposal;
    return (
      <>
        <p class="kicker">{wordOf(kind)}</p>
        <h1>{name}</h1>
        <p class="lead">{summary}</p>
        {aliases.nodes.length > 0 && (
          <p class="note">
            Also called{' '}
            {aliases.nodes.map(({ text, article }, i) => (
              <span key={`${text} ${article?.slug}`}>
                {i > 0 && '; '}
                {article ? (
                  <>
                    <Printed article={article}>{text}</Printed> in <ArticleName article={article} />
                  </>
                ) : (
                  inMarks(text)
                )}
              </span>
            ))}
            {aliases.totalCount > aliases.nodes.length && `; ${aliases.totalCount - aliases.nodes.length} more`}
          </p>
        )}
        {positions.totalCount > 0 && (
          <section aria-labelledby="stances">
            <h2 id="stances">Positions</h2>
            <SideColumns
              positions={positions.nodes}
              of={
                positions.totalCount > positions.nodes.length
                  ? {
                      FOR: proposal.for.groups.totalCount,
                      NEITHER: neither.groups.totalCount,
                      EXPECTED: expected.groups.totalCount,
                      AGAINST: against.groups.totalCount,
                    }
                  : undefined
              }
            />
            <p class="caption">
              An actor reported on more than one side is listed under each of them, with a note.
              {positions.totalCount > positions.nodes.length &&
                ` Showing ${positions.nodes.length} of ${positions.totalCount} positions; download the file for all of them.`}
            </p>
            <QueryActions links={queryLinks.positions} file />
          </section>
        )}
        {statuses.totalCount > 0 && (
          <section aria-labelledby="statuses">
            <h2 id="statuses">Status by article</h2>
            <ol class="statuses">
              {byArticle(statuses.nodes).map(({ article, items }) => (
                <li key={article.slug}>
                  <DatedArticle article={article} />
                  <ul>
                    {items.map((status) => (
                      <li key={status.id} id={status.id}>
                        <strong>{wordOf(status.status)}</strong>, printed as{' '}
                        <Printed article={article}>{status.verb}</Printed>: {status.gloss}
                        <Provenance assertion={status} withArticle={false} />
                        <SourcePassage assertion={status} />
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
            <Shown list={statuses} />
            <QueryActions links={queryLinks.statuses} file />
          </section>
        )}
        {disagreements.totalCount > 0 && (
          <section aria-labelledby="disagreements">
            <h2 id="disagreements">Where the articles differ</h2>
            <Topics disagreements={disagreements} />
          </section>
        )}
        {claims.totalCount > 0 && (
          <section aria-labelledby="claims">
            <h2 id="claims">Figures and other facts, side by side</h2>
            <ClaimTable claims={claims.nodes} />
            <Shown list={claims} />
            <QueryActions links={queryLinks.claims} file />
          </section>
        )}
        {links.totalCount + linkedFrom.totalCount > 0 && (
          <section aria-labelledby="links">
            <h2 id="links">Related proposals</h2>
            <ProposalLinks links={links.nodes} linkedFrom={linkedFrom.nodes} />
            <Rest shown={links.nodes.length + linkedFrom.nodes.length} total={links.totalCount + linkedFrom.totalCount}>
              <Others links={queryLinks.page} />
            </Rest>
          </section>
        )}
        {quotes.totalCount > 0 && (
          <section aria-labelledby="quotes">
            <h2 id="quotes">Quotes about it</h2>
            <QuoteLines quotes={quotes.nodes} />
            <Rest shown={quotes.nodes.length} total={quotes.totalCount}>
              <a href={`/quotes?${new URLSearchParams({ proposal: slug })}`}>All quotes</a>
            </Rest>
          </section>
        )}
        {events.totalCount > 0 && (
          <section aria-labelledby="events">
            <h2 id="events">Events</h2>
            <ul>
              {events.nodes.map((event) => (
                <li key={event.slug}>
                  <a href={addressOf('event', event.slug)}>{event.name}</a>{' '}
                  <span class="note">{whenOf(event.when)}</span>
                </li>
              ))}
            </ul>
            <Rest shown={events.nodes.length} total={events.totalCount}>
              <Others links={queryLinks.page} />
            </Rest>
          </section>
        )}
      </>
    );
  },
});

/** Says how much of a list is shown, above its download links. */
function Shown({ list: { nodes, totalCount } }: { list: { nodes: readonly unknown[]; totalCount: number } }) {
  return (
    <Rest shown={nodes.length} total={totalCount}>
      Download the file for all of them.
    </Rest>
  );
}
