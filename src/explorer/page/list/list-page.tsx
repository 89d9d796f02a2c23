import type { Address } from '../../address.ts';
import { definePage, type Page, question } from '../../definition.ts';
import {
  addressWith,
  type Connection,
  filtersOf,
  type ListDefinition,
  type ListQuestions,
  namesOf,
  notUnderstood,
  orderOf,
  restOf,
  variablesOf,
} from '../../list.ts';
import { AskYourself, askWithFile } from '../../part/ask-yourself.tsx';
import { ListFilter } from '../../part/list-filter.tsx';
import { ListTable } from '../../part/list-table.tsx';
import { NoneYet } from '../../part/none-yet.tsx';
import { NotUnderstood, UnknownNames } from '../../part/unknown.tsx';
import { countOf } from '../../part/word.ts';

/** Makes the page of a list: filtered and ordered by its address, a page of rows at a time, the whole as a file. */
export function defineList<Data, Row, Where, Order>({
  document,
  file,
  rows,
}: ListQuestions<Data, Row, Where, Order>): (list: ListDefinition<Row, Where, Order>) => Page {
  return (list) =>
    definePage({
      path: list.path,
      document,
      variables: (address) => variablesOf(list, address),
      names: namesOf(list.filters),
      isEmpty: (data) => rows(data).totalCount === 0,
      title: () => list.title,
      questions: (address) => ({ file: question(file, restOf(list, address)) }),
      View: ({ data, address, unknown, links }) => {
        const { totalCount, nodes, pageInfo } = rows(data);
        const whole = !address.search.contains && filtersOf(list.filters, address).length === 0;
        return (
          <>
            <h1>{list.title}</h1>
            <p class="lead">{list.intro}</p>
            <ListFilter list={list} rows={nodes} address={address} />
            <NotUnderstood values={notUnderstood(list, address)} />
            <p class="total" role="status">
              {countOf(totalCount, list.one, list.many)}
              {!whole && ' found'}
              {nodes.length < totalCount && `, ${nodes.length} of them on this page`}
            </p>
            {nodes.length > 0 ? (
              <ListTable list={list} rows={nodes} order={orderOf(list.orders, address)} address={address} />
            ) : (
              <UnknownNames unknown={unknown} address={address}>
                <Empty list={list} address={address} whole={whole} />
              </UnknownNames>
            )}
            <Pages pageInfo={pageInfo} address={address} />
            <AskYourself links={askWithFile(links.page, links.file)} file />
          </>
        );
      },
    });
}

interface EmptyProps {
  readonly list: Pick<ListDefinition<never, unknown, unknown>, 'many' | 'path' | 'containsWhat'>;
  readonly address: Address;
  readonly whole: boolean;
}

function Empty({ list: { many, path, containsWhat }, address, whole }: EmptyProps) {
  const { contains, after, before } = address.search;
  if (whole && !after && !before) return <NoneYet many={many} />;
  return (
    <p class="empty">
      No {many} here
      {contains && (
        <>
          {' '}
          whose {containsWhat} contains “{contains}”
        </>
      )}
      . Try fewer letters, see <a href={path}>all {many}</a>
      {contains && (
        <>
          {' '}
          or <a href={`/search?${new URLSearchParams({ q: contains })}`}>search for “{contains}” everywhere</a>
        </>
      )}
      .
    </p>
  );
}

interface PagesProps {
  readonly pageInfo: Connection<unknown>['pageInfo'];
  readonly address: Address;
}

/** The ways to the pages before and behind, by cursor. */
function Pages({ pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor }, address }: PagesProps) {
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav class="pages" aria-label="Pages of the list">
      {hasPreviousPage && startCursor && (
        <>
          <a href={addressWith(address, { before: undefined, after: undefined })}>First page</a>{' '}
          <a rel="prev" href={addressWith(address, { before: startCursor, after: undefined })}>
            ← Previous
          </a>
        </>
      )}{' '}
      {hasNextPage && endCursor && (
        <a rel="next" href={addressWith(address, { after: endCursor, before: undefined })}>
          Next →
        </a>
      )}
    </nav>
  );
}
