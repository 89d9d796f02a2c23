import { say } from './terminal.ts';

/** Who gives a folder full of other things wants to know of a few. */
const MOST = 10;

/** Tells of the files of a folder of texts that can be no texts: a line each, up to ten. */
export function sayPassedOver(lines: readonly string[]): void {
  for (const line of lines.slice(0, MOST)) say(line);
  if (lines.length > MOST) say(`${lines.length - MOST} more files of that folder can be no texts.`);
}
