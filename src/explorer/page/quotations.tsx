import { type Address, addressOf } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import {
  DirectQuotationsDocument,
  QuotationCountsDocument,
  QuotationsDocument,
  type QuotationsQuery,
  type WordingWhere,
} from '../generated/operation.ts';
import { ActorName, ArticleName } from '../part/name.tsx';
import { NoneYet } from '../part/none-yet.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { NotUnderstood } from '../part/unknown.tsx';
import { countOf } from '../part/word.ts';
import { BarTable } from '../picture/bar-table.tsx';
import { type Counted, cross } from '../picture/cross.ts';

const where: WordingWhere = { rendering: { eq: 'QUOTED' } };

/** Quotations without a speaker. */
const unnamed: WordingWhere = { ...where, speaker: { isNull: true } };

const byArticle = ({ search }: Address) => search.by === 'article';

/** The variables for the columns chosen in the address. */
function countsOf(address: Address) {
  const articles = byArticle(address);
  return { where, by: articles ? 'ARTICLE' : 'OUTLET', outlets: !articles, articles } as const;
}

/** `/quotations`: how often each speaker is quoted, by outlet or by article. */
export const quotationsPage = definePage({
  path: '/quotations',
  document: QuotationsDocument,
  variables: (address) => ({ unnamed, ...countsOf(address) }),
  title: () => 'Who is quoted',
  queries: (address) => ({
    counts: pageQuery(QuotationCountsDocument, countsOf(address)),
    quotations: pageQuery(DirectQuotationsDocument, { where }),
  }),
  View: ({ data: { wordings, unnamed: withoutSpeaker }, address, links }) => {
    const { totalCount, speakers, columns } = wordings;
    const articles = byArticle(address);
    const { by } = address.search;
    // The quotations without a speaker form one group.
    const speakerCount = speakers.totalCount - (withoutSpeaker.totalCount > 0 ? 1 : 0);
    const counted = cross(
      speakers.nodes.map(({ speaker, count }) => ({ key: speaker?.slug ?? null, total: count })),
      columns.nodes.map(({ outlet, article }) => outlet?.slug ?? article?.slug ?? null),
      cellsOf(wordings),
    );
    const rest = columns.totalCount > columns.nodes.length;
    const heads = columns.nodes.map(({ outlet, article }) =>
      outlet ? (
        <a href={addressOf('outlet', outlet.slug)}>{outlet.name}</a>
      ) : article ? (
        <ArticleName article={article} />
      ) : (
        <em>Articles that name no outlet</em>
      ),
    );
    return (
      <>
        <h1>Who is quoted</h1>
        <p class="lead">
          {countOf(totalCount, 'direct quotation')} by {countOf(speakerCount, 'speaker')}
          {withoutSpeaker.totalCount > 0 && `; ${withoutSpeaker.totalCount} without a named speaker`}.
        </p>
        <ul class="chips" aria-label="Columns">
          <li>
            <a href="/quotations" aria-current={articles ? undefined : 'true'}>
              By outlet
            </a>
          </li>
          <li>
            <a href="/quotations?by=article" aria-current={articles ? 'true' : undefined}>
              By article
            </a>
          </li>
        </ul>
        <NotUnderstood values={[by !== 'article' && by !== 'outlet' && by]} />
        {totalCount === 0 ? (
          <NoneYet many="quotations" />
        ) : (
          <figure class="picture">
            <BarTable
              label={`Quotations by speaker and ${articles ? 'article' : 'outlet'}`}
              columns={rest ? [...heads, 'Others'] : heads}
              rows={speakers.nodes.map(({ speaker, count }, i) => ({
                key: speaker?.slug ?? '',
                name: speaker ? <Speaker speaker={speaker} /> : <em>No speaker named</em>,
                total: count,
                counts: [...(counted[i]?.counts ?? []), ...(rest ? [counted[i]?.rest ?? 0] : [])],
              }))}
            />
            <figcaption>
              Each direct quotation in the text of an article counts once. Repetitions in headlines and captions, and
              indirect speech, do not count. Unnamed sources in different articles are counted separately.{' '}
              {!articles && 'An article published by several outlets counts for each of them. '}
              {speakers.totalCount > speakers.nodes.length &&
                `Showing the ${speakers.nodes.length} most quoted speakers; download the file for all of them. `}
              {rest &&
                `Showing the ${columns.nodes.length} ${articles ? 'articles' : 'outlets'} with the most quotations.`}
            </figcaption>
          </figure>
        )}
        <QueryActions links={links.counts} file />
        <p>All quotations:</p>
        <QueryActions links={links.quotations} file />
      </>
    );
  },
});

/** Counts by speaker and column: the query nests outlets in speakers, but speakers in articles. */
function cellsOf({ speakers, columns }: QuotationsQuery['wordings']): readonly Counted[] {
  const bySpeaker = speakers.nodes.flatMap(({ speaker, rows }) =>
    (rows?.groups.nodes ?? []).map(({ outlet, count }) => ({
      row: speaker?.slug ?? null,
      column: outlet?.slug ?? null,
      count,
    })),
  );
  const byColumn = columns.nodes.flatMap(({ article, rows }) =>
    (rows?.groups.nodes ?? []).map(({ speaker, count }) => ({
      row: speaker?.slug ?? null,
      column: article?.slug ?? null,
      count,
    })),
  );
  return [...bySpeaker, ...byColumn];
}

type Named = NonNullable<QuotationsQuery['wordings']['speakers']['nodes'][number]['speaker']>;

/** The name of a speaker; for an unnamed source also its article, since other articles may use the same name. */
function Speaker({ speaker }: { speaker: Named }) {
  return (
    <>
      <ActorName actor={speaker} />
      {'article' in speaker && (
        <span class="note">
          {' '}
          in <ArticleName article={speaker.article} />
        </span>
      )}
    </>
  );
}
