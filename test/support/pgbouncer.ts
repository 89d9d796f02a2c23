import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, NOBODY } from './postgres-server.ts';

/** The system's PgBouncer; none is downloaded. */
export const PGBOUNCER = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) =>
  existsSync(path),
);

/** Starts a PgBouncer in front of a PostgreSQL server, with these settings; returns the URL that goes through it. */
export async function startPgbouncer(
  url: string,
  settings: readonly string[],
): Promise<{ url: string; stop: () => Promise<void> }> {
  if (!PGBOUNCER) throw new Error('PgBouncer is not installed');
  const { hostname, port, username, pathname } = new URL(url);
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-pgbouncer-'));
  const through = new URL(url);
  through.port = String(await freePort());
  const file = join(folder, 'pgbouncer.ini');
  const lines = [
    '[databases]',
    `${pathname.slice(1)} = host=${hostname} port=${port} user=${username}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${through.port}`,
    'auth_type = any',
    'unix_socket_dir =',
    ...settings,
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  await chmod(folder, 0o755);
  // Like PostgreSQL, it does not run as root.
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const bouncer = spawn(PGBOUNCER, [file], { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = () => void bouncer.kill('SIGTERM');
  process.once('exit', kill);
  const exited = new Promise<void>((resolve) => void bouncer.once('exit', () => resolve()));
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    bouncer.stderr.on('data', (data) => {
      log.push(String(data));
      if (String(data).includes('process up')) resolve();
    });
    void exited.then(() => reject(new Error(`PgBouncer did not start:\n${log.join('')}`)));
  });
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  return { url: through.href, stop };
}
