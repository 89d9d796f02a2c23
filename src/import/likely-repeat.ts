import { likelyRepeats } from '../evidence/likely-repeat.ts';
import type { Rows } from './rows.ts';

/** A quote and its location in the files. */
export interface LocatedQuote {
  readonly slug: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Two quotes so similar that they may be the same. */
export interface QuoteRepeat {
  readonly one: LocatedQuote;
  readonly other: LocatedQuote;
  /** How similar they are: above 0.5, at most 1. */
  readonly similarity: number;
}

/**
 * Pairs of quotes that an editor may want to compare, most similar first. Leaves out pairs that the files mark as
 * distinct (`distinctFrom`).
 */
export function quoteRepeats(rows: Rows): QuoteRepeat[] {
  const apart = new Set(rows.all('QuoteDistinction').map(({ quoteId, otherId }) => `${quoteId} ${otherId}`));
  return likelyRepeats(rows.all('Quote'))
    .filter(({ one, other }) => !apart.has(`${one.id} ${other.id}`))
    .flatMap(({ one, other, similarity }) => {
      const [first, second] = [located(one, rows), located(other, rows)];
      return first && second ? { one: first, other: second, similarity } : [];
    });
}

function located(
  { id, slug, text }: { readonly id: string; readonly slug: string; readonly text: string },
  rows: Rows,
): LocatedQuote | undefined {
  const at = rows.location('Quote', id)?.keyProblem('');
  return at && { slug, text, file: at.file, line: at.line, column: at.column };
}
