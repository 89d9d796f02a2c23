import type { ComponentChildren } from 'preact';
import type { QueryLinks } from '../definition.ts';

/** A section of a long page; left out if its count is 0. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly body: ComponentChildren;
}

/** The sections of a long page, with a table of contents. */
export function Sections({ sections }: { sections: readonly PageSection[] }) {
  const shown = sections.filter(({ count }) => count !== 0);
  return (
    <div class="sections">
      {shown.length > 1 && (
        <nav class="contents" aria-label="On this page">
          <ul>
            {shown.map(({ id, title, count }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a> {count !== undefined && <span class="count">{count}</span>}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div>
        {shown.map(({ id, title, count, body }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>
              {title} {count !== undefined && <span class="count">{count}</span>}
            </h2>
            {body}
          </section>
        ))}
      </div>
    </div>
  );
}

/** Says how much of a long list is shown, and where to find the rest. */
export function Rest({ shown, total, children }: { shown: number; total: number; children?: ComponentChildren }) {
  if (shown >= total) return null;
  return (
    <p class="rest">
      Showing {shown} of {total}. {children}
    </p>
  );
}

/** Links to all of a list: its file, its query, and a table. */
export function Files({ links }: { links: QueryLinks | undefined }) {
  if (!links) return null;
  return (
    <>
      Download all: <a href={links.csv}>CSV</a> | <a href={links.ndjson}>NDJSON</a>
      {links.graphiql && (
        <>
          {' '}
          | <a href={links.graphiql}>Open this query</a>
        </>
      )}
      {links.table && (
        <>
          {' '}
          | <a href={links.table}>Show as table</a>
        </>
      )}
    </>
  );
}

/** Opens the page's query, where the reader can ask for more rows. */
export function Others({ links }: { links: QueryLinks | undefined }) {
  return links?.graphiql ? <a href={links.graphiql}>Open the query to get the rest</a> : null;
}
