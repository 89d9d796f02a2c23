import { webAddress } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import { OutletCreditsDocument, OutletPageDocument } from '../generated/operation.ts';
import { groupBy } from '../group.ts';
import { ArticleDate } from '../part/article-date.tsx';
import { Headline } from '../part/name.tsx';
import { Files, Others, Rest, Sections } from '../part/sections.tsx';
import { Subject } from '../part/subject.tsx';
import { CAPACITY, capital, wordOf } from '../part/word.ts';
import { Versions } from '../part/words.tsx';

/** `/outlet/<slug>` */
export const outletPage = definePage({
  path: '/outlet/:slug',
  document: OutletPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ outlet }) => outlet?.slug ?? null,
  kind: 'outlet',
  title: ({ outlet }) => outlet?.name ?? '',
  queries: ({ params: { slug = '' } }) => ({ credits: pageQuery(OutletCreditsDocument, { slug }) }),
  View: ({ data: { outlet }, links }) => {
    if (!outlet) return null;
    const { slug, name, kind, website, articles, credits, wordings } = outlet;
    const site = website && webAddress(website);
    return (
      <>
        <header class="heading">
          <p class="eyebrow">{wordOf(kind)}</p>
          <h1>{name}</h1>
          {site && (
            <p>
              <a href={site} rel="noreferrer">
                {website}
              </a>
            </p>
          )}
        </header>
        <Sections
          sections={[
            {
              id: 'published',
              title: 'Articles it published',
              count: articles.totalCount,
              body: (
                <>
                  {articles.nodes.map((article) => (
                    <div key={article.slug} class="group">
                      <h3>
                        <Headline article={article} />
                      </h3>
                      <p class="note">
                        <ArticleDate article={article} detailed />
                      </p>
                      <p>{article.summary}</p>
                    </div>
                  ))}
                  <Rest shown={articles.nodes.length} total={articles.totalCount}>
                    <a href={`/articles?${new URLSearchParams({ outlet: slug })}`}>All articles it published</a>
                  </Rest>
                </>
              ),
            },
            {
              id: 'credits',
              title: 'Credits',
              count: credits.totalCount,
              body: (
                <>
                  {[...groupBy(credits.nodes, ({ capacity }) => capacity)].map(([capacity, group]) => (
                    <div key={capacity} class="group">
                      <h3>{CAPACITY[capacity]}</h3>
                      {group.map((credit) => (
                        <Subject key={credit.id} assertion={credit} />
                      ))}
                    </div>
                  ))}
                  <Rest shown={credits.nodes.length} total={credits.totalCount}>
                    <Files links={links.credits} />
                  </Rest>
                </>
              ),
            },
            {
              id: 'carried',
              title: 'First said in this outlet',
              count: wordings.totalCount,
              body: (
                <>
                  <ul class="utterances">
                    {wordings.nodes.map((wording) => (
                      <li key={wording.id}>
                        <Versions wordings={[wording]} />
                        {wording.venue && <p class="note">{capital(wording.venue)}</p>}
                      </li>
                    ))}
                  </ul>
                  <Rest shown={wordings.nodes.length} total={wordings.totalCount}>
                    <Others links={links.page} />
                  </Rest>
                </>
              ),
            },
          ]}
        />
      </>
    );
  },
});
