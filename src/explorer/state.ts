import type { QueryLinks, Unknown } from './definition.ts';

/** What the server passes to the browser, so that both render the same. */
export interface State {
  readonly data: unknown;
  readonly unknown: Unknown;
  readonly links: Readonly<Record<string, QueryLinks>>;
}

/** Id of the element that holds the state as JSON. */
export const STATE = 'state';

/** Id of the element that holds the rendered page. */
export const ROOT = 'page';

/** The revision of the data in an answer; every page's query selects it. */
export function revisionOf(data: unknown): number {
  return (data as { revision: { number: number } }).revision.number;
}
