import { distance } from 'fastest-levenshtein';
import { sortKey } from './sort-key.ts';
import { codePoints } from './visible.ts';

/** The candidate most similar to `name`; undefined when none is similar enough for a typing error. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = sortKey(name);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const away = distance(wanted, sortKey(candidate));
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

/** The end of a message about an unknown name: `: did you mean "…"?`, or an empty string when no candidate is similar. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? '' : `: did you mean "${candidate}"?${differenceOf(name, candidate)}`;
}

/** How many characters a message names. */
const MOST = 3;

/** Names the characters that make two names differ though they may look alike, such as Cyrillic letters. */
function differenceOf(name: string, candidate: string): string {
  const strange = [...new Set(name)].filter((point) => point > '\x7f' && !candidate.includes(point)).slice(0, MOST);
  return strange.length === 0 ? '' : ` (yours has ${strange.map(codePoints).join(', ')})`;
}
