import { codePointLength } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';
import { codePoints } from '../text/visible.ts';
import type { EntryContext } from './entry-context.ts';
import type { Span } from './shape.ts';

export interface Anchored {
  readonly start: number;
  readonly end: number;
}

export interface Evidence extends Anchored {
  readonly paragraph: number;
  readonly sha256: string;
}

const RUN_ANCHOR = 'run `onrecord anchor FILE --text TEXT`';

/** A combining mark, a variation selector or a skin tone at the beginning belongs to the character before it. */
const BEGINS_INSIDE = /^[\p{M}\p{Emoji_Modifier}]/u;

/** Start and end of a span, checked. `verbatim` is the text of the span, if the file has it. */
export function anchored(span: Span | undefined, context: EntryContext, verbatim?: string): Anchored {
  const { start, end } = span ?? {};
  if (start === undefined || end === undefined) {
    context.problem(`the span is not anchored yet: ${RUN_ANCHOR}`, 'span');
    return { start: -1, end: -1 };
  }
  const { length } = context.article;
  if (span?.text !== undefined || span?.nth !== undefined) {
    context.problem('a span has either words or offsets: remove one of them', 'span');
  } else if (start >= end) {
    context.problem(`the span ends at ${end}, not after its start, ${start}`, 'span', 'end');
  } else if (length !== null && end > length) {
    context.problem(`the span ends at ${end}, but the text has ${length} code points`, 'span', 'end');
  } else if (verbatim !== undefined && codePointLength(verbatim) !== end - start) {
    const given = codePointLength(verbatim);
    context.problem(`the span has ${end - start} code points, but "text" has ${given}: one of them is wrong`, 'span');
  } else if (verbatim !== undefined && BEGINS_INSIDE.test(verbatim)) {
    context.problem(
      `"text" starts with ${codePoints([...verbatim][0] ?? '')}, a part of the character before it: start with a whole character`,
      'text',
    );
  }
  return { start, end };
}

/** A span with paragraph and checksum, checked. The checksum must be the checksum of the verbatim text. */
export function evidence(span: Span | undefined, context: EntryContext, verbatim?: string): Evidence {
  const found = anchored(span, context, verbatim);
  if (found.start >= 0 && (span?.paragraph === undefined || span.sha256 === undefined)) {
    context.problem(`the span lacks its paragraph or sha256: ${RUN_ANCHOR}`, 'span');
  } else if (verbatim !== undefined && differs(verbatim, found, span?.sha256)) {
    context.problem('the checksum does not match "text": one of them was changed', 'span', 'sha256');
  }
  return { ...found, paragraph: span?.paragraph ?? 0, sha256: span?.sha256 ?? '' };
}

/** The inverse of `evidence`: a span as `onrecord anchor` writes it. */
export function spanEntry({ start, end, paragraph, sha256: checksum }: Evidence): Span {
  return { start, end, paragraph, sha256: checksum };
}

// `anchored` reports different lengths.
function differs(verbatim: string, { start, end }: Anchored, checksum: string | undefined): boolean {
  return codePointLength(verbatim) === end - start && sha256(verbatim) !== checksum;
}

/** A sort key that orders by article, then by position in the text. */
export function sortKeyAt(articleSlug: string, { start }: Anchored): string {
  return `${articleSlug}/${String(start).padStart(7, '0')}`;
}
