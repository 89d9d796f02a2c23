import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterFile } from './clean-up.ts';
import { copyEmbedded, temporaryFolder } from './database.ts';

/** The built program, which users run. */
const PROGRAM = resolve('dist/cli.js');

/** Runs commands for `inHost`. */
const HOST = resolve('test/support/command-host.mjs');

type Options = {
  /** The settings; of this process's environment only what Node needs is passed on. */
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  /** The text on standard input. */
  input?: string;
};

export type Finished = { code: number | null; stdout: string; stderr: string };

/** Runs one command line to its end, in a new process. */
export async function onrecord(args: readonly string[], options: Options = {}): Promise<Finished> {
  const { child, finished } = start(args, options);
  child.stdin?.end(options.input);
  return finished;
}

/** The process of `inHost`, shared by the tests of a file. */
let host: ChildProcess | undefined;

/** Like `onrecord`, in a process that has run commands before: it saves the start. One at a time. */
export async function inHost(
  args: readonly string[],
  { env = {}, cwd }: Omit<Options, 'input'> = {},
): Promise<Finished> {
  host ??= startHost();
  const answered = once(host, 'message');
  host.send({ args, cwd, env: inherited(env) });
  const [finished] = await answered;
  return finished;
}

function startHost(): ChildProcess {
  const child = fork(HOST, { env: inherited({}), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  afterFile(() => {
    child.kill('SIGKILL');
    host = undefined;
  });
  return child;
}

export type Serving = {
  url: string;
  child: ChildProcess;
  /** What it has printed so far. */
  output: { readonly stdout: string; readonly stderr: string };
  /** Resolves when the process has ended. */
  finished: Promise<Finished>;
};

/** Starts `onrecord serve` on a free port and waits until it prints its address; throws if it ends first. */
export async function serving(options: Options = {}, args: readonly string[] = []): Promise<Serving> {
  const { child, finished, output } = start(['serve', ...args], { ...options, env: { PORT: '0', ...options.env } });
  const address = async () => {
    while (child.stdout) {
      await once(child.stdout, 'data');
      const [url] = /http:\/\/\S+(?=\/graphql)/.exec(output.stdout) ?? [];
      if (url) return url;
    }
    throw new Error('no standard output');
  };
  const ended = finished.then(({ code, stderr }) =>
    Promise.reject(new Error(`onrecord serve ended (${code ?? child.signalCode}): ${stderr}`)),
  );
  return { url: await Promise.race([address(), ended]), child, output, finished };
}

/** A server with the dataset in seeds/, already imported. */
export async function servingSeeds(): Promise<Serving> {
  const { folder } = copyEmbedded('seeded', await temporaryFolder());
  return serving({ env: { ONRECORD_DATA: folder } });
}

/** The `data` of a server's answer; errors are thrown. */
export async function askServer(url: string, query: string) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function inherited(env: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...env };
}

function start(args: readonly string[], { env = {}, cwd }: Options) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: inherited(env), ...(cwd && { cwd }) });
  afterFile(() => child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const finished = once(child, 'close').then(([code]): Finished => ({ code, ...output }));
  return { child, finished, output };
}
