import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { Failure } from '../failure.ts';
import { ImportError } from '../import/import-error.ts';
import { formatProblem } from '../text/problem.ts';
import { addAnchor } from './anchor.ts';
import { addCheck } from './check.ts';
import { problemsOf } from './count.ts';
import { addExport } from './export.ts';
import { helpText } from './help.ts';
import { addImport } from './import.ts';
import { addJsonld } from './jsonld.ts';
import { addLog } from './log.ts';
import { addMigrate } from './migrate.ts';
import { addQuery } from './query.ts';
import { addSchema } from './schema.ts';
import { addServe } from './serve.ts';
import { complain, say, styled } from './terminal.ts';
import { addVerify } from './verify.ts';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command line (without `node` and the script) and returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function createProgram(): Command {
  const program = new Command('onrecord')
    .description('A knowledge base of who said what, when, in which outlet, and who is for or against which proposal.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [COMMAND]', 'print help for a command')
    .exitOverride()
    .configureHelp({ styleTitle: (title) => styleText('bold', title) })
    .configureOutput({
      outputError: (text) => complain(text.trimEnd().replace(/^error: /, '')),
    })
    .showHelpAfterError(styled('dim', 'Add --help to see what is accepted.'))
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord serve', 'create the database if needed, import seeds/, serve on port 4000'],
          ['onrecord check my-dataset', 'report all problems in a dataset folder'],
          ['onrecord help serve', 'options and settings of serve'],
        ],
        failure: 'problems were found, or the command failed',
      }),
    );
  const commands = [
    addServe,
    addQuery,
    addJsonld,
    addImport,
    addExport,
    addCheck,
    addAnchor,
    addVerify,
    addLog,
    addMigrate,
    addSchema,
  ];
  for (const add of commands) add(program);
  return program;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  if (error instanceof ConfigError) {
    for (const line of error.message.split('\n')) complain(line);
    return WRONG_USAGE;
  }
  if (error instanceof ImportError) return reject(error);
  complain(error instanceof Failure ? error.message : bugReport(error));
  return FAILED;
}

function reject({ problems }: ImportError): number {
  for (const problem of problems) say(formatProblem(problem));
  complain(`${problemsOf(problems.length)} (above), nothing was imported.`);
  return FAILED;
}

function bugReport(error: unknown): string {
  return `This is an internal error of Onrecord. Please report it with the lines below.\n${error instanceof Error ? error.stack : error}`;
}
