import type { QuestionLinks, Unknown } from './definition.ts';

/** What the server hands to the script of a page, so that both show the same. */
export interface State {
  readonly data: unknown;
  readonly unknown: Unknown;
  readonly links: Readonly<Record<string, QuestionLinks>>;
}

/** The element that holds it, as JSON. */
export const STATE = 'state';

/** The element that holds what is shown. */
export const ROOT = 'page';

/** The revision of the knowledge that answered: every page asks for it. */
export function revisionOf(data: unknown): number {
  return (data as { revision: { number: number } }).revision.number;
}
