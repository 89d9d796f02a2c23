import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '../failure.ts';

/** Where to listen; port 0 takes a free one. */
export type Address = { host: string; port: number };

export type Listening = {
  /** Without a path: `http://127.0.0.1:4000`. */
  url: string;
  /** Takes no more requests, lets those under way finish for at most `limit` milliseconds, and ends. */
  stop: (limit: number) => Promise<void>;
};

/** Serves over HTTP. Throws a Failure that says what to do when the address cannot be had. */
export async function listen(listener: RequestListener, { host, port }: Address): Promise<Listening> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(failureOf(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const stop = (limit: number): Promise<void> =>
    new Promise((resolve) => {
      // A connection that is kept alive counts as open until it is closed, once its answer is sent.
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      const late = setTimeout(() => server.closeAllConnections(), limit);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(late);
        resolve();
      });
    });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, stop };
}

/** Throws the Failure that `listen` would throw, before work is done that it would be in vain. */
export async function assertFree(address: Address): Promise<void> {
  const { stop } = await listen((_, response) => response.writeHead(503).end(), address);
  await stop(0);
}

function failureOf(error: NodeJS.ErrnoException, { host, port }: Address): Error {
  switch (error.code) {
    case 'EADDRINUSE': {
      const other = port < 65_535 ? port + 1 : port - 1;
      return new Failure(
        'PORT_IN_USE',
        `Port ${port} on ${host} is in use. Stop the program that has it, or take another port: PORT=${other}`,
      );
    }
    case 'EACCES':
      return new Failure(
        'PORT_FORBIDDEN',
        `Port ${port} needs rights that this user lacks. Take one above 1023: PORT=4000`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Failure(
        'HOST_UNKNOWN',
        `${host} is no address of this machine. Give one that is: HOST=127.0.0.1, or HOST=0.0.0.0 for all`,
      );
    default:
      return error;
  }
}
