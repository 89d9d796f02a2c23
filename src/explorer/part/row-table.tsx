import type { QuestionLinks } from '../definition.ts';
import type { Table } from '../table.ts';
import { AskYourself } from './ask-yourself.tsx';
import { countOf } from './word.ts';

/** Rows that the API gives of a list that does not say how many it wants. */
const PAGE = 100;

export interface RowTableProps {
  readonly title: string;
  readonly table: Table;
  readonly links: QuestionLinks;
}

/** The rows of a file, as a page of their own. */
export function RowTable({ title, table: { columns, lines, rowCount }, links }: RowTableProps) {
  return (
    <>
      <h1>{title}</h1>
      <AskYourself links={links} file />
      {lines.length === 0 ? (
        <p class="empty">Nothing is in this list.</p>
      ) : (
        <>
          <p>
            {rowCount < PAGE
              ? `All that the files have: ${countOf(lines.length, 'line')}.`
              : `The first ${countOf(lines.length, 'line')}; there may be more, and the files have all of them.`}{' '}
            Ids and columns in which nothing stands here are left out.
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keys. */}
          <section class="scroll" aria-label={title} tabIndex={0}>
            <table class="rows">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((cells) => (
                  <tr key={cells}>
                    {cells.map(({ text, href }, i) => (
                      <td key={columns[i]} class={lookOf(text)}>
                        {href ? <a href={href}>{text}</a> : text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  );
}

/** Long texts get room, and dates no break. */
function lookOf(text: string): string | undefined {
  if (text.length > 60) return 'long';
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'day' : undefined;
}
