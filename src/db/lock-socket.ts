import { open } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** Longer paths of sockets are cut off by the system. */
const MAX_PATH = 100;

/** Listens on a socket in a folder until it is closed or the process ends; undefined where that is impossible. */
export async function listen(folder: string, name: string): Promise<{ close(): Promise<void> } | undefined> {
  const place = await placeOf(folder, name);
  if (!place) return undefined;
  const server = createServer((connection) => connection.destroy());
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    // Other containers may run as other users.
    server.listen({ path: place.path, readableAll: true, writableAll: true }, () => resolve(true));
  });
  server.unref();
  server.on('error', () => {});
  if (!listening) {
    await place.close();
    return undefined;
  }
  return {
    close: async () => {
      await new Promise((resolve) => void server.close(resolve));
      await place.close();
    },
  };
}

/**
 * Asks the kernel whether a process listens on a socket: `refused` if there is the socket but no process. `unknown` if
 * there is no socket, or it may not be used.
 */
export async function probe(folder: string, name: string): Promise<'listening' | 'refused' | 'unknown'> {
  const place = await placeOf(folder, name);
  if (!place) return 'unknown';
  const code = await new Promise<string>((resolve) => {
    const connection = connect(place.path, () => {
      connection.destroy();
      resolve('');
    });
    connection.once('error', (error) => resolve('code' in error ? String(error.code) : 'unknown'));
  });
  await place.close();
  // EAGAIN: others wait to be accepted.
  if (code === '' || code === 'EAGAIN') return 'listening';
  return code === 'ECONNREFUSED' ? 'refused' : 'unknown';
}

async function placeOf(folder: string, name: string): Promise<{ path: string; close(): Promise<void> } | undefined> {
  const path = join(folder, name);
  if (process.platform === 'win32') return undefined;
  if (Buffer.byteLength(path) <= MAX_PATH) return { path, close: async () => {} };
  if (process.platform !== 'linux') return undefined;
  const handle = await open(folder, 'r');
  return { path: `/proc/self/fd/${handle.fd}/${name}`, close: () => handle.close() };
}
