import type { CodePointText } from '../text/code-point.ts';
import { markAt, type Passage } from './quotation-mark.ts';

/** The quotations in a text that are not part of another, without their marks. One that is left open ends with its line. */
export function quotationsIn(text: CodePointText): readonly Passage[] {
  const found: Passage[] = [];
  for (const line of linesOf(text)) {
    const double = pairs(text, line, 'double');
    const single = pairs(text, line, 'single').filter(({ start, end }) => {
      return !double.some((outer) => outer.start <= start && end <= outer.end);
    });
    const all = [...double, ...single];
    found.push(
      ...all.filter((one) => !all.some((outer) => outer !== one && outer.start <= one.start && one.end <= outer.end)),
    );
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The lines of a text that are not blank. */
export function linesOf(text: CodePointText): readonly Passage[] {
  let at = 0;
  return text.text.split('\n').flatMap((line) => {
    const start = at;
    at += Array.from(line).length + 1;
    return line.trim() === '' ? [] : [{ start, end: at - 1 }];
  });
}

function pairs(text: CodePointText, { start, end }: Passage, kind: 'double' | 'single'): readonly Passage[] {
  const found: Passage[] = [];
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at);
    if (mark?.class !== kind || mark.side === 'apostrophe') continue;
    if (mark.side === 'open') open.push(at + 1);
    else {
      const from = open.pop();
      if (from !== undefined && open.length === 0) found.push({ start: from, end: at });
    }
  }
  // An open single mark is more likely an apostrophe.
  const [left] = open;
  if (left !== undefined && kind === 'double') found.push({ start: left, end });
  return found;
}
