import type { QuestionLinks } from '../definition.ts';

/** Where the question of the page can be asked, and the whole of a list of it be had as a file. */
export function askWithFile(
  page: QuestionLinks | undefined,
  file: QuestionLinks | undefined,
): QuestionLinks | undefined {
  return page && file && { ...file, ask: page.ask };
}

export interface AskYourselfProps {
  readonly links: QuestionLinks | undefined;
  readonly file?: boolean;
  /** What the list is of, where it stands beside another. */
  readonly about?: string;
}

/** Leads to the question behind what is shown, and to its list as a file where it is one. */
export function AskYourself({ links, file = false, about }: AskYourselfProps) {
  if (!links || !(links.ask || file)) return null;
  return (
    <p class="ask">
      {about && `${about}: `}
      {links.ask && <a href={links.ask}>Ask this yourself</a>}
      {file && (
        <>
          {' '}
          <a href={links.csv}>CSV</a> <a href={links.ndjson}>NDJSON</a> {links.table && <a href={links.table}>Table</a>}
        </>
      )}
    </p>
  );
}
