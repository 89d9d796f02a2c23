import type { WordingChange } from '../generated/operation.ts';

/** A part of a wording against the whole, as the API compares them. */
export interface ComparedPart {
  readonly change: WordingChange;
  readonly text: string | null;
  readonly whole: string | null;
}

/** Words in their place in the whole: `whole` is what stands there, `text` what this wording has for it. */
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
 * The wordings that one article gives of a quote, laid over the whole: as few rows as do without giving the same words
 * of the whole twice. What no wording of a row has is left out in it.
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

/** What a wording has, with its place; what it has not is in between. */
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
    // The sign that joins the parts of the whole is nobody's word.
    if (text) pieces.push({ change: /[^\s…]/.test(text) ? 'LEFT_OUT' : 'GAP', text, whole: text });
    at = end;
  };
  for (const { change, text, whole: there, start, end } of [...row].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    leaveOut(start);
    // A wording ends without the blank that follows its words in the whole.
    const blank = /\s$/.test(there) && !/\s$/.test(text) ? ' ' : '';
    pieces.push({ change, text: `${text}${blank}`, whole: there });
    at = end;
  }
  leaveOut(whole.length);
  return pieces;
}
