import type { Address } from '../address.ts';
import { KINDS } from '../kind.ts';
import { addressWith, type ListColumn, type ListDefinition, opposite } from '../list.ts';
import { capital } from './word.ts';

export interface ListTableProps<Row> {
  readonly list: Pick<ListDefinition<Row, unknown, unknown>, 'kind' | 'columns' | 'keyOf' | 'orders'>;
  readonly rows: readonly Row[];
  readonly order: { readonly name: string; readonly reversed: boolean };
  readonly address: Address;
}

/** The rows of a list; on a narrow screen each becomes a card. */
export function ListTable<Row>({ list, rows, order, address }: ListTableProps<Row>) {
  const [name, ...others] = list.columns;
  if (!name) return null;
  return (
    <table class="list">
      <caption class="hidden">{capital(KINDS[list.kind].many)}</caption>
      <thead>
        <tr>
          {list.columns.map((column) => (
            <Head key={column.name} column={column} list={list} order={order} address={address} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={list.keyOf(row)}>
            <th scope="row">{name.cell(row)}</th>
            {others.map((column) => (
              <td key={column.name} class={column.look} data-label={column.name}>
                <div>{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps extends Pick<ListTableProps<never>, 'order' | 'address'> {
  readonly column: Pick<ListColumn<never>, 'name' | 'order' | 'look'>;
  readonly list: Pick<ListDefinition<never, unknown, unknown>, 'orders'>;
}

/** A column heading; if the list can be sorted by it, a link that sorts or reverses. */
function Head({ column, list, order, address }: HeadProps) {
  const option = column.order === undefined ? undefined : list.orders[column.order];
  if (!option || !column.order) {
    return (
      <th scope="col" class={column.look}>
        {column.name}
      </th>
    );
  }
  const on = order.name === column.order;
  const direction = order.reversed ? opposite(option.natural) : option.natural;
  const next = on && !order.reversed ? `-${column.order}` : column.order;
  return (
    <th scope="col" class={column.look} aria-sort={on ? (direction === 'ASC' ? 'ascending' : 'descending') : undefined}>
      <a href={addressWith(address, { order: next, after: undefined, before: undefined })}>{column.name}</a>
      {on && (
        <span class="arrow" aria-hidden="true">
          {direction === 'ASC' ? '▲' : '▼'}
        </span>
      )}
    </th>
  );
}
