import type { ComponentChildren } from 'preact';

export interface BarTableProps {
  readonly label: string;
  readonly columns: readonly ComponentChildren[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ComponentChildren;
    readonly total: number;
    readonly counts: readonly number[];
  }[];
}

/** A table of counts, each with a bar; all bars have the same scale. */
export function BarTable({ label, columns, rows }: BarTableProps) {
  const most = Math.max(1, ...rows.flatMap(({ counts, total }) => [total, ...counts]));
  return (
    <section class="scroll" aria-label={label}>
      <table class="bar-table">
        <thead>
          <tr>
            <td />
            <th scope="col">Total</th>
            {columns.map((name, i) => (
              <th key={String(i)} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, total, counts }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <Cell count={total} most={most} />
              {counts.map((count, i) => (
                <Cell key={String(i)} count={count} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ count, most }: { count: number; most: number }) {
  if (count === 0) return <td class="none">–</td>;
  return (
    <td>
      <div>
        {count}
        <svg width="100%" height="14" aria-hidden="true">
          <rect x="0" y="1" width={`${Math.round((count / most) * 1000) / 10}%`} height="12" />
        </svg>
      </div>
    </td>
  );
}
