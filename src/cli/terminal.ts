import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Styles a text if standard error supports colours (NO_COLOR and FORCE_COLOR are respected). */
export function styled(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stderr });
}

/** Prints a message to standard error; results go to standard output. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Prints an error: `onrecord: …` with a red prefix. */
export function complain(text: string): void {
  say(`${styled('red', 'onrecord:')} ${text}`);
}

/** Prints a warning: `onrecord: …` with a yellow prefix. */
export function warn(text: string): void {
  say(`${styled('yellow', 'onrecord:')} ${text}`);
}

interface ProgressLine {
  /** For work with a known total. */
  readonly show: (done: number, total: number) => void;
  /** For work with an unknown total. */
  readonly count: (done: number) => void;
  readonly end: () => void;
}

/**
 * A progress line on a terminal; prints nothing elsewhere.
 *
 * @example const progress = progressLine('Importing'); progress.show(3, 10); progress.end();
 */
export function progressLine(title: string): ProgressLine {
  const { isTTY } = process.stderr;
  return {
    count: (done) => {
      if (isTTY) process.stderr.write(`\r${title}: ${done.toLocaleString('en')}`);
    },
    show: (done, total) => {
      if (!isTTY || total === 0) return;
      const filled = Math.round((done / total) * WIDTH);
      process.stderr.write(`\r${title} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`);
    },
    end: () => {
      if (isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}

const WIDTH = 24;
