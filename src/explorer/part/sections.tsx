import type { ComponentChildren } from 'preact';
import type { QuestionLinks } from '../definition.ts';

/** A part of a long page. One whose count is 0 is left out. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly body: ComponentChildren;
}

/** The parts of a long page, with a list of them beside it that leads to each. */
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

/** Says how much of a long list is shown, and where the rest is. */
export function Rest({ shown, total, children }: { shown: number; total: number; children?: ComponentChildren }) {
  if (shown >= total) return null;
  return (
    <p class="rest">
      {shown} of {total} are shown. {children}
    </p>
  );
}

/** The whole of a list as a file, and the question behind it. */
export function Files({ links }: { links: QuestionLinks | undefined }) {
  if (!links) return null;
  return (
    <>
      All of them: <a href={links.csv}>CSV</a>, <a href={links.ndjson}>NDJSON</a>
      {links.ask && (
        <>
          , or <a href={links.ask}>ask this yourself</a>
        </>
      )}
      . {links.table && <a href={links.table}>Table of the first 100</a>}
    </>
  );
}

/** The page's question, in which a longer list can be asked for. */
export function Others({ links }: { links: QuestionLinks | undefined }) {
  return links?.ask ? <a href={links.ask}>Ask for the others</a> : null;
}
