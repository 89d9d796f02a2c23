import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import { SuggestionsDocument, type SuggestionsQuery } from '../generated/operation.ts';
import { canSearch } from './hit.ts';

/** The state of a search while the user types. */
export interface Suggestions {
  /** The text that `found` and `problem` refer to. */
  readonly query: string;
  readonly found?: SuggestionsQuery['search'];
  /** The error message, if the search failed. */
  readonly problem?: string;
  /** Whether the answer takes long enough to show that. */
  readonly slow?: boolean;
}

/** The pause in typing after which the server is queried, in milliseconds. */
const PAUSE = 150;
/** The further delay after which the search counts as slow, in milliseconds. */
const LONG = 300;

/** Searches when typing pauses, and cancels the previous search. */
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
  if (!navigator.onLine) return 'You are offline.';
  if (error instanceof TypeError) return 'The server cannot be reached. Press Enter to try again.';
  return error instanceof Error ? error.message : 'The search failed. Press Enter to try again.';
}
