import { webAddress } from '../../address.ts';
import { definePage, pageQuery } from '../../definition.ts';
import { ArticlePageDocument, type ArticlePageQuery, AssertionsDocument } from '../../generated/operation.ts';
import { ArticleDate } from '../../part/article-date.tsx';
import { ActorName } from '../../part/name.tsx';
import { OutletNames } from '../../part/outlet-name.tsx';
import { QueryActions, queryWithFile } from '../../part/query-actions.tsx';
import { Files, Others, Rest, Sections } from '../../part/sections.tsx';
import { Topics } from '../../part/topic.tsx';
import { When } from '../../part/when.tsx';
import { ANNOTATED, countOf, sourceKindOf } from '../../part/word.ts';
import { Printed } from '../../part/words.tsx';
import { Authors, Chain, Dependence, Origin, Photos } from './origin.tsx';
import { assertionSections, Quotations } from './said.tsx';

type Article = NonNullable<ArticlePageQuery['article']>;

/** `/article/<slug>`: everything that one article says, with the evidence. */
export const articlePage = definePage({
  path: '/article/:slug',
  document: ArticlePageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ article }) => article?.slug ?? null,
  kind: 'article',
  title: ({ article }) => article?.headline ?? '',
  queries: ({ params: { slug = '' } }) => ({
    assertions: pageQuery(AssertionsDocument, { where: { article: { slug: { eq: slug } } } }),
  }),
  View: ({ data: { article }, links }) => {
    if (!article) return null;
    const { credits, wordings, sources, disagreements, assertions } = article;
    const authors = credits.nodes.filter(({ contributor, capacity }) => contributor && capacity !== 'PHOTO');
    const photos = credits.nodes.filter(({ capacity }) => capacity === 'PHOTO');
    return (
      <>
        <Heading article={article} />
        <Dependence article={article} />
        <Sections
          sections={[
            {
              id: 'origin',
              title: 'Origin',
              body: (
                <>
                  <Origin article={article} />
                  <Chain credits={credits.nodes} />
                </>
              ),
            },
            { id: 'authors', title: 'Who wrote it', count: authors.length, body: <Authors credits={authors} /> },
            {
              id: 'quotes',
              title: 'Whom it quotes',
              count: wordings.totalCount,
              body: (
                <>
                  <Quotations article={article} />
                  <Rest shown={wordings.nodes.length} total={wordings.totalCount}>
                    <Others links={links.page} />
                  </Rest>
                </>
              ),
            },
            {
              id: 'disagreements',
              title: 'Where other articles differ',
              count: disagreements.totalCount,
              body: <Topics disagreements={disagreements} />,
            },
            {
              id: 'sources',
              title: 'Unnamed sources',
              count: sources.totalCount,
              body: <Sources article={article} />,
            },
            ...assertionSections(article),
            { id: 'photos', title: 'Photos', count: photos.length, body: <Photos article={article} /> },
            { id: 'file', title: 'Data', body: <AsData article={article} /> },
          ]}
        />
        <Rest shown={assertions.nodes.length} total={assertions.totalCount}>
          <Files links={links.assertions} />
        </Rest>
        <QueryActions links={queryWithFile(links.page, links.assertions)} file />
      </>
    );
  },
});

function Heading({ article }: { article: Article }) {
  const {
    headline,
    alternativeHeadline,
    section,
    language,
    summary,
    dateline,
    published,
    updated,
    publishers,
    url,
    annotated,
  } = article;
  const page = url && webAddress(url);
  return (
    <header class="heading">
      <p class="eyebrow">Article{section && ` · ${section}`}</p>
      <h1 lang={language ?? undefined}>{headline}</h1>
      {alternativeHeadline && (
        <p class="original" lang={language ?? undefined}>
          Alternative headline: {alternativeHeadline}
        </p>
      )}
      <dl class="known">
        <div>
          <dt>Publisher</dt>
          <dd>
            <OutletNames outlets={publishers.nodes} />
            {page && (
              <>
                {' · '}
                <a href={page} rel="noreferrer">
                  read it on the publisher’s site
                </a>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Date</dt>
          <dd>
            <ArticleDate article={article} detailed />
          </dd>
        </div>
        {published && updated && (
          <div>
            <dt>Updated</dt>
            <dd>
              <When when={updated} article={article} />
            </dd>
          </div>
        )}
        {dateline && (
          <div>
            <dt>Dateline</dt>
            <dd>{dateline}</dd>
          </div>
        )}
      </dl>
      <p class="lead">{summary}</p>
      {annotated && ANNOTATED[annotated] && <p class="note">{ANNOTATED[annotated]}</p>}
    </header>
  );
}

function Sources({ article }: { article: Article }) {
  return (
    <ul>
      {article.sources.nodes.map((source) => (
        <li key={source.slug}>
          <ActorName actor={source} />
          {source.memberOf && (
            <>
              {' '}
              of <ActorName actor={source.memberOf} />
            </>
          )}
          <span class="note">
            {source.anonymityReason ? (
              <>
                : <Printed article={article}>{source.anonymityReason}</Printed>
              </>
            ) : source.collective ? (
              `, ${sourceKindOf(source).toLowerCase()}`
            ) : (
              ', no reason given'
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AsData({ article: { slug, textLength, textSha256, language } }: { article: Article }) {
  return (
    <>
      <p>
        <a href={`/article/${encodeURIComponent(slug)}.jsonld`}>JSON-LD</a> (schema.org). We do not store the article’s
        text, only what it says and where.
      </p>
      <dl class="known">
        {textLength !== null && (
          <div>
            <dt>Length of the text</dt>
            <dd>{countOf(textLength, 'character')}</dd>
          </div>
        )}
        {textSha256 && (
          <div>
            <dt>Checksum (SHA-256)</dt>
            <dd>
              <code>{textSha256}</code>
            </dd>
          </div>
        )}
        {language && (
          <div>
            <dt>Language</dt>
            <dd>{language}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
