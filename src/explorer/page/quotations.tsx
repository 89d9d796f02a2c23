import { type Address, addressOf } from '../address.ts';
import { definePage, question } from '../definition.ts';
import {
  QuotationCountsDocument,
  QuotationListDocument,
  QuotationsDocument,
  type QuotationsQuery,
  type WordingWhere,
} from '../generated/operation.ts';
import { AskYourself } from '../part/ask-yourself.tsx';
import { ActorName, ArticleName } from '../part/name.tsx';
import { NoneYet } from '../part/none-yet.tsx';
import { NotUnderstood } from '../part/unknown.tsx';
import { countOf } from '../part/word.ts';
import { BarTable } from '../picture/bar-table.tsx';
import { type Counted, cross } from '../picture/cross.ts';

const where: WordingWhere = { rendering: { eq: 'QUOTED' } };

/** Those whose words no article gives to anybody. */
const unnamed: WordingWhere = { ...where, speaker: { isNull: true } };

const byArticle = ({ search }: Address) => search.by === 'article';

/** What is counted for the columns that the address asks for. */
function countsOf(address: Address) {
  const articles = byArticle(address);
  return { where, by: articles ? 'ARTICLE' : 'OUTLET', outlets: !articles, articles } as const;
}

/** `/quotations`: who is quoted how often, by outlet or by article. */
export const quotationsPage = definePage({
  path: '/quotations',
  document: QuotationsDocument,
  variables: (address) => ({ unnamed, ...countsOf(address) }),
  title: () => 'Who is quoted where',
  questions: (address) => ({
    counts: question(QuotationCountsDocument, countsOf(address)),
    quotations: question(QuotationListDocument, { where }),
  }),
  View: ({ data: { wordings, unnamed: ofNobody }, address, links }) => {
    const { totalCount, speakers, columns } = wordings;
    const articles = byArticle(address);
    const { by } = address.search;
    // What nobody is named with is one group, but no speaker.
    const speakerCount = speakers.totalCount - (ofNobody.totalCount > 0 ? 1 : 0);
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
        'No outlet named'
      ),
    );
    return (
      <>
        <h1>Who is quoted where</h1>
        <p class="lead">
          {countOf(totalCount, 'quotation')} between quotation marks, by {countOf(speakerCount, 'speaker')}
          {ofNobody.totalCount > 0 &&
            `; ${countOf(ofNobody.totalCount, 'quotation')} ${ofNobody.totalCount === 1 ? 'names' : 'name'} nobody`}
          .
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
                name: speaker ? <Speaker speaker={speaker} /> : <em>Nobody named</em>,
                total: count,
                counts: [...(counted[i]?.counts ?? []), ...(rest ? [counted[i]?.rest ?? 0] : [])],
              }))}
            />
            <figcaption>
              Each pair of quotation marks in the text of an article counts once; what a headline or caption repeats,
              and what is told without marks, does not count. Unnamed sources of different articles are not taken to be
              the same. {!articles && 'An article that several outlets publish counts for each of them. '}
              {speakers.totalCount > speakers.nodes.length &&
                `The ${speakers.nodes.length} with most have a row; the files have all. `}
              {rest && `The ${columns.nodes.length} with most quotations have a column.`}
            </figcaption>
          </figure>
        )}
        <AskYourself links={links.counts} file />
        <p>Each quotation with its words:</p>
        <AskYourself links={links.quotations} file />
      </>
    );
  },
});

/** How often each speaker is quoted in each column: asked of the speakers where the columns are outlets, else of the columns. */
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

/** A speaker by name; an unnamed source also by its article, since others may be called the same elsewhere. */
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
