import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../failure.ts';

/** Where to listen; port 0 picks a free port. */
export type Address = { host: string; port: number };

/** How long a stopping server still accepts requests that are already in transit, in milliseconds. */
const GRACE = 100;

export type Listening = {
  /** The origin, for example `http://127.0.0.1:4000`. */
  url: string;
  /** Stops accepting requests, lets pending ones finish for at most `limit` milliseconds, and closes the server. */
  stop: (limit: number) => Promise<void>;
};

/** Serves over HTTP. Throws a Failure that says what to do if the address is not available. */
export async function listen(listener: RequestListener, { host, port }: Address): Promise<Listening> {
  const server = createServer();
  const pending = new Set<ServerResponse>();
  let stopping = false;
  server.on('request', (_, response) => {
    pending.add(response);
    response.once('close', () => pending.delete(response));
    if (stopping) response.setHeader('connection', 'close');
  });
  server.on('request', (request, response) => {
    if (hasValidUrl(request)) listener(request, response);
    else reject(response);
  });
  await new Promise<void>((resolve, fail) => {
    server.once('error', (error) => fail(failureOf(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const stop = async (limit: number): Promise<void> => {
    stopping = true;
    const late = setTimeout(() => server.closeAllConnections(), limit);
    for (const response of pending) if (!response.headersSent) response.setHeader('connection', 'close');
    // A connection with unread requests looks idle. One turn of the event loop reads them.
    await sleep(Math.min(GRACE, limit));
    await turn();
    // `server.close` waits for keep-alive connections: close them once their responses are sent.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    await new Promise((resolve) => server.close(resolve));
    clearInterval(idle);
    clearTimeout(late);
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, stop };
}

const HOST = /^(\[[\da-f:.]+\]|[\w.~%-]+)(:\d*)?$/i;

/** Whether the Host header and the path form a valid URL. Yoga throws on a request without one. */
function hasValidUrl({ headers: { host = '' }, url = '' }: IncomingMessage): boolean {
  return (host === '' || HOST.test(host)) && URL.canParse(`http://${host || 'localhost'}${url}`);
}

function reject(response: ServerResponse): void {
  const message =
    'The Host header and the path are not a valid URL: send a host like 127.0.0.1:4000 and a path like /graphql.';
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] }));
}

/** Fails early with the Failure that `listen` would throw. */
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
        `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another port: PORT=${other}`,
      );
    }
    case 'EACCES':
      return new Failure(
        'PORT_FORBIDDEN',
        `Port ${port} requires privileges that this user lacks. Choose one above 1023: PORT=4000`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Failure(
        'HOST_UNKNOWN',
        `${host} is not an address of this machine. Set HOST=127.0.0.1, or HOST=0.0.0.0 for all addresses`,
      );
    default:
      return error;
  }
}
