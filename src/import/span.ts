import { codePointLength } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';
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

/** Start and end of a span; what is wrong with them is a problem. `verbatim` is the text that stands there, if the file has it. */
export function anchored(span: Span | undefined, context: EntryContext, verbatim?: string): Anchored {
  const { start, end } = span ?? {};
  if (start === undefined || end === undefined) {
    context.problem(`the span is not anchored yet: ${RUN_ANCHOR}`, 'span');
    return { start: -1, end: -1 };
  }
  const { length } = context.article;
  if (span?.text !== undefined || span?.nth !== undefined) {
    context.problem('a span has either words or offsets: remove one', 'span');
  } else if (start >= end) {
    context.problem(`the span ends at ${end}, not after its start, ${start}`, 'span', 'end');
  } else if (length !== null && end > length) {
    context.problem(`the span ends at ${end}, but the text has ${length} code points`, 'span', 'end');
  } else if (verbatim !== undefined && codePointLength(verbatim) !== end - start) {
    const given = codePointLength(verbatim);
    context.problem(`the span has ${end - start} code points, but "text" has ${given}: one of them is wrong`, 'span');
  }
  return { start, end };
}

/** A span that carries evidence: with its paragraph and checksum, which must be that of the verbatim text. */
export function evidence(span: Span | undefined, context: EntryContext, verbatim?: string): Evidence {
  const found = anchored(span, context, verbatim);
  if (found.start >= 0 && (span?.paragraph === undefined || span.sha256 === undefined)) {
    context.problem(`the span lacks its paragraph or sha256: ${RUN_ANCHOR}`, 'span');
  } else if (verbatim !== undefined && differs(verbatim, found, span?.sha256)) {
    context.problem('the checksum is not that of "text": one of them was changed', 'span', 'sha256');
  }
  return { ...found, paragraph: span?.paragraph ?? 0, sha256: span?.sha256 ?? '' };
}

/** The way back: a span as `anchor` writes it. */
export function spanEntry({ start, end, paragraph, sha256: checksum }: Evidence): Span {
  return { start, end, paragraph, sha256: checksum };
}

// A difference in length is told by `anchored`.
function differs(verbatim: string, { start, end }: Anchored, checksum: string | undefined): boolean {
  return codePointLength(verbatim) === end - start && sha256(verbatim) !== checksum;
}

/** The sort key of something at a place of an article: in the order of the articles, then of the text. */
export function sortKeyAt(articleSlug: string, { start }: Anchored): string {
  return `${articleSlug}/${String(start).padStart(7, '0')}`;
}
