import type { CodePointText } from '../text/code-point.ts';

/** Double and single marks; within a class any two can be a pair, since articles mix straight and curly ones. */
const CLASSES = { double: '"“”„‟«»″＂「」『』', single: "'‘’‚‛‹›′" } as const;
const OPENING = '“„‟«‘‚‛‹「『';
const CLOSING = '”»’›」』';

type MarkClass = keyof typeof CLASSES;

export interface Mark {
  readonly class: MarkClass;
  readonly side: 'open' | 'close' | 'apostrophe';
  /** For a closing single mark: whether it may be an apostrophe instead, as in "the players' bus". */
  readonly doubtful: boolean;
}

const isLetter = (point: string) => /[\p{L}\p{N}]/u.test(point);
const isSpace = (point: string) => point === '' || /\s/u.test(point);
const isMark = (point: string) => point !== '' && (CLASSES.double + CLASSES.single).includes(point);
const leads = (point: string) => isSpace(point) || isMark(point) || /[([{<\-–—―/¡¿]/u.test(point);
const trails = (point: string) => isSpace(point) || isMark(point) || /[)\]}>\-–—―/.,;:!?…]/u.test(point);

/** English words that begin with an apostrophe. */
const ELIDED = /^(\d\ds|em|tis|twas|til|cause|n|bout|round)(?![\p{L}\p{N}])/iu;

/** The quotation mark or apostrophe at an offset; undefined if there is another character. */
export function markAt(text: CodePointText, offset: number): Mark | undefined {
  const point = text.slice(offset, offset + 1);
  if (!isMark(point)) return undefined;
  const kind: MarkClass = CLASSES.double.includes(point) ? 'double' : 'single';
  const before = text.slice(Math.max(offset - 1, 0), offset);
  const after = text.slice(offset + 1, offset + 2);
  // French marks have a space inside: « so ». German ones may open before an ellipsis: »... so«.
  const isFrenchEnd = '»›”'.includes(point) && /\s/u.test(before) && /[.,;:!?)]/u.test(after);
  if (isFrenchEnd && text.slice(offset + 1, offset + 3) !== '..')
    return { class: kind, side: 'close', doubtful: false };
  const opens = leads(before) && !isSpace(after);
  const closes = trails(after) && !isSpace(before);
  if (kind === 'single') {
    const straight = point === "'" || point === '’';
    if (straight && isLetter(before) && isLetter(after)) return { class: kind, side: 'apostrophe', doubtful: false };
    const elided = straight && opens && !closes;
    if (elided && (point === '’' || ELIDED.test(text.slice(offset + 1, offset + 7))))
      return { class: kind, side: 'apostrophe', doubtful: false };
  }
  const doubtful = kind === 'single' && isLetter(before);
  if (opens !== closes) return { class: kind, side: opens ? 'open' : 'close', doubtful };
  if (OPENING.includes(point)) return { class: kind, side: 'open', doubtful: false };
  if (CLOSING.includes(point)) return { class: kind, side: 'close', doubtful };
  // A straight mark with the same surroundings on both sides, such as a dash or another mark.
  return { class: kind, side: leads(before) && isLetter(after) ? 'open' : 'close', doubtful };
}

/** A passage of a text, in code points, the end exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

const ACCEPTED =
  'accepted are all the words between two quotation marks, without the marks and a comma before the last';

/**
 * Why a passage is not exactly the words of a quotation; undefined if it is. At the end of a paragraph the closing mark
 * may be missing if the next paragraph opens the quotation again. A comma or full stop between the words and the
 * closing mark is the reporter's.
 */
export function quotationFault(text: CodePointText, { start, end }: Passage): string | undefined {
  const [first, last] = [start, end - 1];
  const opening = openingBefore(text, start);
  const closing = closingAfter(text, end);
  if (!opening && markAt(text, first)?.side === 'open')
    return `these words include the opening quotation mark: ${ACCEPTED}`;
  if (!closing && !isOpenParagraph(text, end) && endsWithMark(text, { start, end }))
    return `these words include the closing quotation mark: ${ACCEPTED}`;
  if (!opening && !closing) return `no quotation marks enclose these words: ${ACCEPTED}`;
  if (!opening) return `no quotation mark opens before these words: ${ACCEPTED}`;
  const isClosed = closing === undefined ? isOpenParagraph(text, end, opening.class) : closing.class === opening.class;
  if (!isClosed) return `no quotation mark closes after these words: ${ACCEPTED}`;
  if (!isBalanced(text, { start, end }, opening.class))
    return `these words include a quotation mark of their own quotation: ${ACCEPTED}`;
  if (text.slice(last, end) === ',' && markAt(text, end))
    return `the comma before the closing quotation mark is not part of the quotation: ${ACCEPTED}`;
  return undefined;
}

const mayHaveSpace = (point: string) => point !== '' && '«»‹›“”'.includes(point);
const isInnerSpace = (point: string) => point !== '' && ' \u00a0\u202f\u2009'.includes(point);

function openingBefore(text: CodePointText, start: number): Mark | undefined {
  const [space, spaced] = [text.slice(Math.max(start - 1, 0), start), text.slice(Math.max(start - 2, 0), start - 1)];
  const at = isInnerSpace(space) && mayHaveSpace(spaced) ? start - 2 : start - 1;
  const mark = at < 0 ? undefined : markAt(text, at);
  return mark?.side === 'open' ? mark : undefined;
}

function closingAfter(text: CodePointText, end: number): Mark | undefined {
  let at = end;
  if (/^[.,]$/.test(text.slice(at, at + 1))) at += 1;
  if (isInnerSpace(text.slice(at, at + 1)) && mayHaveSpace(text.slice(at + 1, at + 2))) at += 1;
  const mark = markAt(text, at);
  return mark?.side === 'close' ? mark : undefined;
}

/** Whether a passage ends with a closing mark, apart from punctuation after it, without the opening mark to it. */
function endsWithMark(text: CodePointText, { start, end }: Passage): boolean {
  const words = text.slice(start, end).replace(/[.,;:!?\s]+$/u, '');
  const at = start + Array.from(words).length - 1;
  const mark = markAt(text, at);
  return mark?.side === 'close' && !mark.doubtful && !isBalanced(text, { start, end: at + 1 }, mark.class);
}

/** Whether the paragraph ends here and the next one begins with an opening mark. */
function isOpenParagraph(text: CodePointText, end: number, kind?: MarkClass): boolean {
  let at = end;
  while (at < text.length && /^[^\S\n]$/u.test(text.slice(at, at + 1))) at += 1;
  if (text.slice(at, at + 1) !== '\n') return false;
  while (at < text.length && isSpace(text.slice(at, at + 1))) at += 1;
  const mark = markAt(text, at);
  return mark?.side === 'open' && (kind === undefined || mark.class === kind);
}

/** Whether every mark of a class inside a passage has its counterpart there. */
function isBalanced(text: CodePointText, { start, end }: Passage, kind: MarkClass): boolean {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at);
    if (mark?.class !== kind || mark.side === 'apostrophe') continue;
    if (mark.side === 'open') depth += 1;
    else if (depth > 0) depth -= 1;
    else if (!mark.doubtful) return false;
  }
  return depth === 0;
}
