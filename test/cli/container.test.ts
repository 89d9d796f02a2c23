import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { copyEmbedded, temporaryFolder } from '../support/database.ts';

/** Runs a command as process 1 of a PID namespace, as containers do. */
const NAMESPACE = ['--pid', '--fork', '--kill-child', '--mount-proc'];
const canUnshare = spawnSync('unshare', [...NAMESPACE, 'true']).status === 0;

async function inContainer(args: readonly string[], folder: string): Promise<{ child: ChildProcess; line: string }> {
  const { PATH = '' } = process.env;
  const child = spawn('unshare', [...NAMESPACE, process.execPath, resolve('dist/cli.js'), ...args], {
    env: { PATH, ONRECORD_DATA: join(folder, 'data'), PORT: '0', ONRECORD_SEEDS: resolve('test/fixtures/dataset') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const first = (of: 'stdout' | 'stderr') =>
    child[of] ? once(child[of], 'data') : Promise.reject(new Error('closed'));
  const [data] = await Promise.race([first('stdout'), first('stderr')]);
  return { child, line: String(data) };
}

test.runIf(canUnshare)(
  'two containers, each as process 1, never use one folder at the same time; a killed one frees it at once',
  async () => {
    const folder = await temporaryFolder();
    copyEmbedded('invented', join(folder, 'data'));
    const log = ['log'];
    const owner = await inContainer(['serve'], folder);
    expect(owner.line).toContain('Onrecord is running');
    const other = await inContainer(log, folder);
    expect(other.line).toMatch(/is in use by process 1 of the host or container .+\. Stop that process/);
    const exit = once(owner.child, 'exit');
    owner.child.kill('SIGKILL');
    await exit;
    const next = await inContainer(log, folder);
    expect(next.line).toMatch(/^Revision 1\b/i);
  },
);
