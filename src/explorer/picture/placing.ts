import type { WordingChange } from '../generated/operation.ts';

/** A part of a wording compared with the fullest wording, as the API returns it. */
export interface ComparedPart {
  readonly change: WordingChange;
  readonly text: string | null;
  readonly whole: string | null;
}

/** A part at its position in the fullest wording: `whole` is the text there, `text` is this wording's text. */
export interface Piece {
  readonly change: WordingChange | 'GAP';
  readonly text: string;
  readonly whole: string;
}

interface Placed extends Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Arranges one article's wordings of a quote along the fullest wording, in as few rows as possible without overlaps.
 * The parts that no wording in a row covers are marked as left out.
 */
export function placeTogether(whole: string, wordings: readonly (readonly ComparedPart[])[]): Piece[][] {
  const rows: Placed[][] = [];
  for (const parts of wordings) {
    const placed = place(parts);
    if (placed.length === 0) continue;
    const row = rows.find((others) => others.every((a) => placed.every((b) => b.end <= a.start || a.end <= b.start)));
    if (row) row.push(...placed);
    else rows.push(placed);
  }
  return rows.map((row) => fill(whole, row));
}

/** The parts that a wording has, with their positions. */
function place(parts: readonly ComparedPart[]): Placed[] {
  const placed: Placed[] = [];
  let at = 0;
  for (const { change, text, whole } of parts) {
    const end = at + (whole?.length ?? 0);
    if (change !== 'LEFT_OUT') placed.push({ change, text: text ?? '', whole: whole ?? '', start: at, end });
    at = end;
  }
  return placed;
}

function fill(whole: string, row: readonly Placed[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const leaveOut = (end: number) => {
    const text = whole.slice(at, end);
    // The ellipsis that joins parts of the fullest wording is not part of the quote.
    if (text) pieces.push({ change: /[^\s…]/.test(text) ? 'LEFT_OUT' : 'GAP', text, whole: text });
    at = end;
  };
  for (const { change, text, whole: there, start, end } of [...row].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    leaveOut(start);
    pieces.push({ change, text, whole: there });
    at = end;
  }
  leaveOut(whole.length);
  return pieces;
}
