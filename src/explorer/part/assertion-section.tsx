import type { QuestionLinks } from '../definition.ts';
import type { SubjectFragment } from '../generated/operation.ts';
import { Files, type PageSection, Rest } from './sections.tsx';
import { Subject } from './subject.tsx';

interface AssertionSection extends Pick<PageSection, 'id' | 'title'> {
  readonly list: { readonly totalCount: number; readonly nodes: readonly SubjectFragment[] };
  /** Of the whole list. */
  readonly links: QuestionLinks | undefined;
}

/** A part of a page that lists assertions, and says where the rest is when there are more. */
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
