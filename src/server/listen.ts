import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../failure.ts';

/** Where to listen; port 0 takes a free one. */
export type Address = { host: string; port: number };

/** How long a server that stops still takes requests, in milliseconds: those that are on their way. */
const GRACE = 100;

export type Listening = {
  /** Without a path: `http://127.0.0.1:4000`. */
  url: string;
  /** Takes what was sent already and no more requests, lets those under way finish for at most `limit` milliseconds, and ends. */
  stop: (limit: number) => Promise<void>;
};

/** Serves over HTTP. Throws a Failure that says what to do when the address cannot be had. */
export async function listen(listener: RequestListener, { host, port }: Address): Promise<Listening> {
  const server = createServer();
  const underWay = new Set<ServerResponse>();
  let stopping = false;
  server.on('request', (_, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    if (stopping) response.setHeader('connection', 'close');
  });
  server.on('request', (request, response) => {
    if (hasAddress(request)) listener(request, response);
    else refuse(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(failureOf(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const stop = async (limit: number): Promise<void> => {
    stopping = true;
    const late = setTimeout(() => server.closeAllConnections(), limit);
    for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
    // While the program computes, requests lie in their connections unread, which seem idle: a turn of the loop reads them.
    await sleep(Math.min(GRACE, limit));
    await turn();
    // A connection that is kept alive counts as open until it is closed, once its answer is sent.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    await new Promise((resolve) => server.close(resolve));
    clearInterval(idle);
    clearTimeout(late);
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, stop };
}

const HOST = /^(\[[\da-f:.]+\]|[\w.~%-]+)(:\d*)?$/i;

/** Whether host and path make an address: the listener could not even begin with a request that has none. */
function hasAddress({ headers: { host = '' }, url = '' }: IncomingMessage): boolean {
  return (host === '' || HOST.test(host)) && URL.canParse(`http://${host || 'localhost'}${url}`);
}

function refuse(response: ServerResponse): void {
  const message =
    'The header host and the path are no address: send a host like 127.0.0.1:4000, and a path like /graphql.';
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] }));
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
