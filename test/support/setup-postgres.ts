import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { givenPostgres, startPostgres } from './postgres-server.ts';
import { makeTemplates } from './template.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.ONRECORD_TEST_SERVER;
  const server = given ? givenPostgres(given) : await startPostgres();
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  const seedsProblem = await makeTemplates(async (from, to) => {
    await client.query(`DROP DATABASE IF EXISTS ${to}`);
    await client.query(`CREATE DATABASE ${to} TEMPLATE ${from ?? 'template0'}`);
    return { url: server.url(to) };
  });
  await client.end();
  project.provide('templates', { kind: 'server', url: server.url('postgres'), seedsProblem });
  return () => server.stop();
}
