import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Coloured where standard error is a terminal that wants colours (NO_COLOR and FORCE_COLOR are obeyed). */
export function styled(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stderr });
}

/** Tells whoever runs the program how things go; results go to standard output instead. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `onrecord: …` with the sign of what is wrong: one message for one error. */
export function complain(text: string): void {
  say(`${styled('red', 'onrecord:')} ${text}`);
}

/** Like `complain`, for what does not stop the program. */
export function warn(text: string): void {
  say(`${styled('yellow', 'onrecord:')} ${text}`);
}

interface ProgressLine {
  /** For work whose end is known. */
  readonly show: (done: number, total: number) => void;
  /** For work of which nobody knows how much there is. */
  readonly count: (done: number) => void;
  readonly end: () => void;
}

/**
 * One line on a terminal that shows how far work has come; elsewhere nothing.
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
