import type { QuestionLinks } from './definition.ts';

/** What the server hands to the script of a page, so that both show the same. */
export interface State {
  readonly data: unknown;
  readonly links: Readonly<Record<string, QuestionLinks>>;
  /** The revision of the knowledge that the page shows. */
  readonly revision: number;
}

/** The element that holds it, as JSON. */
export const STATE = 'state';

/** The element that holds what is shown. */
export const ROOT = 'page';
