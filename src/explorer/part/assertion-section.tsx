import type { QueryLinks } from '../definition.ts';
import type { SubjectFragment } from '../generated/operation.ts';
import { Files, type PageSection, Rest } from './sections.tsx';
import { Subject } from './subject.tsx';

interface AssertionSection extends Pick<PageSection, 'id' | 'title'> {
  readonly list: { readonly totalCount: number; readonly nodes: readonly SubjectFragment[] };
  /** Links to all of the list. */
  readonly links: QueryLinks | undefined;
}

/** A section that lists assertions, with links to the rest if there are more. */
export function assertionSection({ id, title, list, links }: AssertionSection): PageSection {
  return {
    id,
    title,
    count: list.totalCount,
    body: (
      <>
        {list.nodes.map((assertion) => (
          <Subject key={assertion.id} assertion={assertion} />
        ))}
        <Rest shown={list.nodes.length} total={list.totalCount}>
          <Files links={links} />
        </Rest>
      </>
    ),
  };
}
