import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/db/lock.ts';
import { type Here, hereIn, type Owner } from '../../src/db/lock-owner.ts';
import { temporaryFolder } from '../support/database.ts';

const LOCKED = { code: 'DATABASE_LOCKED' };

let folder: string;
let here: Here;

beforeEach(async () => {
  folder = await temporaryFolder();
  here = await hereIn(folder);
});

/** The same disk, seen from another container of this machine. */
const container = (): Here => ({ ...here, pidNamespace: 'pid:[1]', host: 'other' });
/** The same network volume, seen from another machine. */
const machine = (): Here => ({ ...here, kernel: 'other', pidNamespace: 'pid:[1]', host: 'other', local: false });

function lockFile(): string {
  const [last = ''] = readdirSync(folder)
    .filter((entry) => /^lock\.\d+$/.test(entry))
    .sort((a, b) => Number(b.slice(5)) - Number(a.slice(5)));
  return join(folder, last);
}

/** Changes what the lock file says of its owner. */
function change(owner: Partial<Owner>): void {
  writeFileSync(lockFile(), JSON.stringify({ ...JSON.parse(readFileSync(lockFile(), 'utf8')), ...owner }));
}

/** Leaves the lock of a killed process, with the socket that it listened on. */
async function leaveDeadLock(owner: Partial<Owner> = {}): Promise<void> {
  const script = `require('net').createServer().listen(${JSON.stringify(join(folder, 'lock.dead.socket'))}, () => console.log('on'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout) await once(child.stdout, 'data');
  await killed(child);
  const dead: Owner = { ...here, pid: child.pid ?? 0, start: 1, token: 'dead', listening: true, silence: 60, ...owner };
  writeFileSync(join(folder, 'lock.7'), JSON.stringify(dead));
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

test('a locked folder is rejected until it is released', async () => {
  for (let times = 0; times < 3; times++) {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject(LOCKED);
    await release();
  }
  expect(readdirSync(folder)).toEqual(['lock.3']);
});

describe('a live lock is not taken', () => {
  test.each([
    ['its process id is unknown here', { pid: 999_999_999 }],
    ['another process here has its id', { pid: process.ppid }],
    ['this process has its id', { start: 1 }],
    ['it is of another container', { pidNamespace: 'pid:[1]' }],
    ['it is of another machine', { kernel: 'other' }],
    ['it is of another mount', { place: '1:1' }],
  ])('although %s', async (_, owner) => {
    const release = await lockFolder(folder);
    change(owner);
    for (const from of [here, container(), machine()])
      await expect(lockFolder(folder, from)).rejects.toMatchObject(LOCKED);
    await release();
  });

  test('and the message names the other container', async () => {
    const release = await lockFolder(folder, { ...here, pid: 1, host: 'first' });
    await expect(lockFolder(folder, container())).rejects.toMatchObject({
      message: expect.stringContaining('is in use by process 1 of the host or container first.'),
    });
    await release();
  });

  test('although its path is too long for a socket', async () => {
    folder = join(folder, 'a'.repeat(120));
    await mkdir(folder);
    const release = await lockFolder(folder);
    change({ pid: 999_999_999 });
    await expect(lockFolder(folder, container())).rejects.toMatchObject(LOCKED);
    await release();
  });

  test('if only its heartbeat is known with any clock', async () => {
    const release = await lockFolder(folder);
    change({ listening: false, silence: 6 });
    let clock = 4_000_000_000;
    const skewed = setInterval(() => {
      clock -= 1_000_000;
      utimesSync(lockFile(), 0, clock);
    }, 200);
    await expect(lockFolder(folder, machine())).rejects.toMatchObject(LOCKED);
    clearInterval(skewed);
    await expect(lockFolder(folder, container())).rejects.toMatchObject(LOCKED);
    await release();
  });
});

describe('the lock of a killed process is taken', () => {
  test.each([
    ['at once by this container', {}, () => here],
    ['at once by another container', {}, container],
    ['at once by a process with the same id', { pid: process.pid }, container],
    ['at once after the machine was started again', { kernel: 'before', pid: process.ppid }, () => here],
  ])('%s', async (_, owner, from) => {
    await leaveDeadLock(owner);
    const begin = performance.now();
    const release = await lockFolder(folder, from());
    expect(performance.now() - begin).toBeLessThan(500);
    expect(readdirSync(folder).filter((entry) => !entry.endsWith('.socket'))).toEqual(['lock.8']);
    await release();
  });

  test('by another machine when its heartbeat has failed with any clock', async () => {
    await leaveDeadLock({ silence: 1, local: false });
    utimesSync(lockFile(), 4_000_000_000, 4_000_000_000);
    const begin = performance.now();
    const release = await lockFolder(folder, machine());
    expect(performance.now() - begin).toBeGreaterThan(900);
    await release();
  });

  test('and what killed processes have left is removed after an hour', async () => {
    for (const name of ['lock.new.0123abcd', 'lock.0123abcd.socket', 'lock.new.4567abcd']) {
      writeFileSync(join(folder, name), '');
      if (name.includes('0123')) utimesSync(join(folder, name), 1_000, Date.now() / 1_000 - 4_000);
    }
    await (await lockFolder(folder))();
    expect(readdirSync(folder).sort()).toEqual(['lock.1', 'lock.new.4567abcd']);
  });

  test('by one of many', async () => {
    await leaveDeadLock();
    for (let round = 0; round < 5; round++) {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => lockFolder(folder, i % 2 ? here : container())),
      );
      const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(won).toHaveLength(1);
      // Its process ends without a release.
      if (round % 2) change({ listening: false, pid: 999_999_999 });
      for (const release of won) await release();
    }
  });
});
