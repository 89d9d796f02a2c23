import type { Address } from '../../address.ts';
import { definePage, pageQuery, type WebPage } from '../../definition.ts';
import { KINDS } from '../../kind.ts';
import {
  addressWith,
  type Connection,
  filtersOf,
  type ListDefinition,
  type ListQueries,
  namesOf,
  notUnderstood,
  orderOf,
  restOf,
  variablesOf,
} from '../../list.ts';
import { ListFilter } from '../../part/list-filter.tsx';
import { ListTable } from '../../part/list-table.tsx';
import { NoneYet } from '../../part/none-yet.tsx';
import { QueryActions, queryWithFile } from '../../part/query-actions.tsx';
import { NotUnderstood, UnknownNames } from '../../part/unknown.tsx';
import { capital, countOf } from '../../part/word.ts';

/** Defines the page of a list: filtered, ordered and paged by its address, with all of it as a file. */
export function defineList<Data, Row, Where, Order>({
  document,
  file,
  rows,
}: ListQueries<Data, Row, Where, Order>): (list: ListDefinition<Row, Where, Order>) => WebPage {
  return (list) => {
    const { list: path, one, many } = KINDS[list.kind];
    return definePage({
      path: `/${path}`,
      document,
      variables: (address) => variablesOf(list, address),
      names: namesOf(list.filters),
      isEmpty: (data) => rows(data).totalCount === 0,
      title: () => capital(many),
      queries: (address) => ({ file: pageQuery(file, restOf(list, address)) }),
      View: ({ data, address, unknown, links }) => {
        const { totalCount, nodes, pageInfo } = rows(data);
        const whole = !address.search.contains && filtersOf(list.filters, address).length === 0;
        return (
          <>
            <h1>{capital(many)}</h1>
            <p class="lead">{list.intro}</p>
            <ListFilter list={list} rows={nodes} address={address} />
            <NotUnderstood values={notUnderstood(list, address)} />
            <p class="total" role="status">
              {countOf(totalCount, one, many)}
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
            <QueryActions links={queryWithFile(links.page, links.file)} file />
          </>
        );
      },
    });
  };
}

interface EmptyProps {
  readonly list: Pick<ListDefinition<never, unknown, unknown>, 'kind' | 'containsWhat'>;
  readonly address: Address;
  readonly whole: boolean;
}

function Empty({ list: { kind, containsWhat }, address, whole }: EmptyProps) {
  const { list, many } = KINDS[kind];
  const { contains, after, before } = address.search;
  if (whole && !after && !before) return <NoneYet many={many} />;
  return (
    <p class="empty">
      No {many} found
      {contains && (
        <>
          {' '}
          whose {containsWhat} contains “{contains}”
        </>
      )}
      . {contains ? 'Try fewer letters, see' : 'See'} <a href={`/${list}`}>all {many}</a>
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

/** Links to the previous and next page, by cursor. */
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
