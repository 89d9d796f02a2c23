import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import { SuggestionsDocument, type SuggestionsQuery } from '../generated/operation.ts';
import { canSearch } from './hit.ts';

/** How a search stands while somebody types. */
export interface Suggestions {
  /** The text that `found` and `problem` are about. */
  readonly query: string;
  readonly found?: SuggestionsQuery['search'];
  /** Why there is no answer, in words. */
  readonly problem?: string;
  /** That an answer takes long enough to say so. */
  readonly slow?: boolean;
}

/** How long nobody has to type before the server is asked, in milliseconds. */
const PAUSE = 150;
/** How long an answer takes before that is shown. */
const LONG = 300;

/** What is found by a text; asks when its typing pauses, and gives up on what was asked before. */
export function useSuggestions(query: string): Suggestions {
  const [state, setState] = useState<Suggestions>({ query: '' });
  useEffect(() => {
    if (!canSearch(query)) {
      setState({ query });
      return;
    }
    const given = new AbortController();
    const slow = setTimeout(() => setState((before) => ({ ...before, slow: true })), PAUSE + LONG);
    const start = setTimeout(async () => {
      try {
        const { search } = await ask(SuggestionsDocument, { query }, given.signal);
        setState({ query, found: search });
      } catch (error) {
        if (given.signal.aborted) return;
        setState({ query, problem: problemOf(error) });
      } finally {
        clearTimeout(slow);
      }
    }, PAUSE);
    return () => {
      clearTimeout(start);
      clearTimeout(slow);
      given.abort();
    };
  }, [query]);
  return state;
}

function problemOf(error: unknown): string {
  if (!navigator.onLine) return 'You are offline: what you type cannot be looked for now.';
  if (error instanceof TypeError) return 'The server cannot be reached. Enter tries again.';
  return error instanceof Error ? error.message : 'The search failed. Enter tries again.';
}
