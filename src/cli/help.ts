import { styleText } from 'node:util';
import { type Config, settings } from '../config.ts';

export type Help = {
  /** Command lines with explanations. */
  examples: readonly (readonly [command: string, about: string])[];
  /** Another table, with its title. */
  table?: readonly [title: string, rows: readonly (readonly [name: string, about: string])[]];
  /** The settings that the command reads. */
  settings?: readonly (keyof Config)[];
  /** What exit code 1 means for this command. */
  failure: string;
};

/** The part of `--help` below the options: examples, settings, exit codes. */
export function helpText({ examples, table, settings: names = [], failure }: Help): string {
  const parts = [
    section(
      'Examples',
      examples.map(([command, about]) => [command, about]),
    ),
  ];
  if (table) parts.push(section(...table));
  if (names.length > 0) parts.push(section('Settings (environment variables)', names.map(settingRow)));
  parts.push(
    section('Exit codes', [
      ['0', 'done'],
      ['1', failure],
      ['2', 'wrong usage or an invalid setting'],
    ]),
  );
  return parts.join('\n');
}

function settingRow(key: keyof Config): [string, string] {
  const { name, about, default: value } = settings[key];
  return [name, value === '' ? about : `${about} [${value}]`];
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return `\n${styleText('bold', `${title}:`)}\n${rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')}`;
}
