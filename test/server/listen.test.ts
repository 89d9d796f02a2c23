import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { assertFree, listen } from '../../src/server/listen.ts';

const anyPort = { host: '127.0.0.1', port: 0 };

/** A listener that answers after this number of milliseconds. */
const slow = (milliseconds: number) => async (_: unknown, response: { end: (body: string) => void }) => {
  await sleep(milliseconds);
  response.end('answered');
};

test('a port in use is reported with its number and another one to try', async () => {
  const first = await listen(slow(0), anyPort);
  const port = Number(new URL(first.url).port);
  const error = await listen(slow(0), { host: '127.0.0.1', port }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Failure);
  expect(error).toMatchObject({ code: 'PORT_IN_USE' });
  expect(String(error)).toContain(`Port ${port} on 127.0.0.1 is in use`);
  expect(String(error)).toContain(`PORT=${port + 1}`);
  await first.stop(1000);
});

test('checking whether a port is free does not occupy it', async () => {
  const first = await listen(slow(0), anyPort);
  const address = { host: '127.0.0.1', port: Number(new URL(first.url).port) };
  await expect(assertFree(address)).rejects.toMatchObject({ code: 'PORT_IN_USE' });
  await first.stop(1000);
  await assertFree(address);
  await (await listen(slow(0), address)).stop(1000);
});

test('an address of another machine is rejected', async () => {
  const error = await listen(slow(0), { host: '192.0.2.1', port: 0 }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'HOST_UNKNOWN' });
});

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

test.skipIf(!hasIpv6)('the URL of an IPv6 address works in a browser', async () => {
  const listening = await listen(slow(0), { host: '::1', port: 0 });
  expect(await (await fetch(listening.url)).text()).toBe('answered');
  await listening.stop(1000);
});

test('stop finishes pending requests, accepts no new ones, and does not wait for idle connections', async () => {
  const { url, stop } = await listen(slow(600), anyPort);
  const pending = fetch(url).then((response) => response.text());
  await sleep(100);
  const stopped = stop(10_000);
  await sleep(250);
  await expect(fetch(url)).rejects.toThrow();
  expect(await pending).toBe('answered');
  const start = performance.now();
  await stopped;
  expect(performance.now() - start).toBeLessThan(1000);
});

test('stop answers requests that were sent before it, even if they have not been read yet', async () => {
  let stopped: Promise<void> | undefined;
  const { url, stop } = await listen((_, response) => {
    stopped ??= stop(10_000);
    response.end('answered');
  }, anyPort);
  const connections = Array.from({ length: 6 }, () => connect(Number(new URL(url).port), '127.0.0.1'));
  await Promise.all(connections.map((connection) => once(connection, 'connect')));
  await sleep(50);
  for (const connection of connections) connection.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const answers = await Promise.all(connections.map((connection) => text(connection)));
  expect(answers).toEqual(Array(6).fill(expect.stringMatching(/^HTTP\/1.1 200 [\s\S]*answered$/)));
  expect(answers.slice(1)).toEqual(Array(5).fill(expect.stringMatching(/connection: close/i)));
  await stopped;
});

test('stop cuts off requests that take longer than its limit', async () => {
  const { url, stop } = await listen(slow(60_000), anyPort);
  const ended = new Promise<NodeJS.ErrnoException>((resolve) => request(url).on('error', resolve).end());
  await sleep(100);
  const start = performance.now();
  await stop(200);
  expect((await ended).code).toBe('ECONNRESET');
  expect(performance.now() - start).toBeLessThan(2000);
});
