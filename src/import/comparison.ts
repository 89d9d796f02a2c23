import { compareWordings } from '../evidence/compare-wordings.ts';
import { globalId } from '../model/id.ts';
import type { DatasetDraft } from './dataset-draft.ts';

/** Compares each verbatim wording with its quote's text: what it keeps, leaves out, adds and changes, and where it is. */
export function addComparisons({ rows }: DatasetDraft): void {
  for (const { id, sortKey, quoteId, text } of rows.all('Wording')) {
    const whole = rows.get('Quote', quoteId)?.text;
    const location = rows.location('Wording', id);
    if (text === null || !whole || !location) continue;
    const { parts, place: within } = compareWordings(text, whole);
    rows.set('Wording', id, { wholeStart: within?.start ?? null, wholeEnd: within?.end ?? null });
    parts.forEach((part, i) => {
      const ordinal = i + 1;
      const own = {
        id: globalId('WordingPart', id, ordinal),
        sortKey: `${sortKey}/${String(ordinal).padStart(4, '0')}`,
      };
      rows.add('WordingPart', { ...own, wordingId: id, ordinal, ...part }, location);
    });
  }
}
