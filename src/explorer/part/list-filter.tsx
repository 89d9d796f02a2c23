import type { Address } from '../address.ts';
import { KINDS } from '../kind.ts';
import { addressWith, filtersOf, type ListDefinition } from '../list.ts';
import { asName, capital } from './word.ts';

export interface ListFilterProps<Row> {
  readonly list: Pick<ListDefinition<Row, unknown, unknown>, 'kind' | 'containsWhat' | 'filters'>;
  readonly rows: readonly Row[];
  readonly address: Address;
}

/** The filters of a list: a text field, chips for filters with few values, and the names set in the address. */
export function ListFilter<Row>({ list, rows, address }: ListFilterProps<Row>) {
  const { contains, order } = address.search;
  const { list: path, many } = KINDS[list.kind];
  const set = filtersOf(list.filters, address);
  const start = { after: undefined, before: undefined };
  const [row] = rows;
  return (
    <div class="filter">
      <search aria-label={`Filter ${many}`}>
        <form action={`/${path}`}>
          <label>
            {capital(list.containsWhat)} contains{' '}
            <input type="search" name="contains" dir="auto" value={contains} autocomplete="off" maxLength={200} />
          </label>
          {order && <input type="hidden" name="order" value={order} />}
          {set.map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">Filter</button>
        </form>
      </search>
      {Object.entries(list.filters ?? {}).map(([name, { label, values }]) =>
        values ? (
          <ul key={name} class="chips" aria-label={label}>
            {Object.entries(values).map(([value, word]) => {
              const on = address.search[name] === value;
              return (
                <li key={value}>
                  <a
                    href={addressWith(address, { ...start, [name]: on ? undefined : value })}
                    aria-current={on ? 'true' : undefined}
                  >
                    {word}
                  </a>
                </li>
              );
            })}
          </ul>
        ) : null,
      )}
      {set
        .filter(({ filter }) => !filter.values)
        .map(({ name, value, filter: { label, nameOf } }) => (
          <p key={name} class="narrowed">
            Only {many} {label} <strong>{(row && nameOf?.(row, value)) ?? asName(value)}</strong>.{' '}
            <a href={addressWith(address, { ...start, [name]: undefined })}>Show all</a>
          </p>
        ))}
    </div>
  );
}
