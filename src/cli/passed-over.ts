import { say } from './terminal.ts';

/** The folder may contain many unrelated files. */
const MAX_LINES = 10;

/** Prints one line for each file in a folder of texts that cannot be a text, up to ten. */
export function sayPassedOver(lines: readonly string[]): void {
  for (const line of lines.slice(0, MAX_LINES)) say(line);
  if (lines.length > MAX_LINES) say(`${lines.length - MAX_LINES} more files in that folder were skipped.`);
}
