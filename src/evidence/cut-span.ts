import type { CodePointText } from '../text/code-point.ts';
import type { Path } from '../text/yaml-file.ts';
import { type Cut, cutOf } from './cut.ts';
import type { Passage } from './quotation-mark.ts';

/** A span of an article file that cuts a character or a word in two. */
export interface CutSpan {
  /** The path of the span in the file. */
  readonly path: Path;
  readonly cut: Cut;
}

/** The name of the lint about words cut in two. */
const LINT = 'word';

/** The spans of an article file, given as plain data, that cut something in two; without those that a silence covers. */
export function cutSpans(data: unknown, text: CodePointText): readonly CutSpan[] {
  const { silences, ...lists } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const silenced = entriesOf(silences).flatMap(({ entry: { lint }, span }) => (span && lint === LINT ? [span] : []));
  const isSilenced = ({ start, end }: Passage) => silenced.some((one) => one.start <= start && end <= one.end);
  return Object.entries(lists).flatMap(([list, entries]) =>
    entriesOf(entries).flatMap(({ span }, i) => {
      const cut = span && cutOf(text, span);
      return cut && (cut.what === 'character' || !isSilenced(span)) ? [{ path: [list, i, 'span'], cut }] : [];
    }),
  );
}

function entriesOf(list: unknown): readonly { entry: Readonly<Record<string, unknown>>; span: Passage | undefined }[] {
  return (Array.isArray(list) ? list : []).map((value: unknown) => {
    const entry = (value ?? {}) as Readonly<Record<string, unknown>>;
    const { start, end } = (entry.span ?? {}) as Readonly<Record<string, unknown>>;
    const isSpan = typeof start === 'number' && typeof end === 'number' && start < end;
    return { entry, span: isSpan ? { start, end } : undefined };
  });
}
