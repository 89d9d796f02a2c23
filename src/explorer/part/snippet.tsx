import { plainOf } from './hit.ts';

/** A search snippet with the matches marked, as HTML that the API has escaped. */
export function Snippet({ snippet }: { snippet: string }) {
  return <span dir="auto" dangerouslySetInnerHTML={{ __html: snippet }} />;
}

/** The words that a snippet marks as found. */
export function markedIn(snippet: string): readonly string[] {
  return [...new Set([...snippet.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word = '']) => plainOf(word)))];
}
