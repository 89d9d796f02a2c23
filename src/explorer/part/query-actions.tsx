import type { QueryLinks } from '../definition.ts';

/** Links that open the page's query, but download the file of another. */
export function queryWithFile(page: QueryLinks | undefined, file: QueryLinks | undefined): QueryLinks | undefined {
  return page && file && { ...file, graphiql: page.graphiql };
}

export interface QueryActionsProps {
  readonly links: QueryLinks | undefined;
  /** Whether the query is a list that can be downloaded. */
  readonly file?: boolean;
  /** Names the list where a page has several. */
  readonly about?: string;
}

/** Links to open a query in GraphiQL and, if it is a list, to download it. */
export function QueryActions({ links, file = false, about }: QueryActionsProps) {
  if (!links || !(links.graphiql || file)) return null;
  return (
    <p class="query-actions">
      {about && <span>{about}:</span>}
      {links.graphiql && <a href={links.graphiql}>Open this query</a>}
      {file && (
        <span>
          Download: <a href={links.csv}>CSV</a> | <a href={links.ndjson}>NDJSON</a>
        </span>
      )}
      {file && links.table && <a href={links.table}>Show as table</a>}
    </p>
  );
}
