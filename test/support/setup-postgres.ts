import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';
import { makeTemplates } from './template.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  const seedsProblem = await makeTemplates(async (from, to) => {
    await client.query(`CREATE DATABASE ${to} TEMPLATE ${from ?? 'template0'}`);
    return { url: server.url(to) };
  });
  await client.end();
  project.provide('templates', { kind: 'server', url: server.url('postgres'), seedsProblem });
  return () => server.stop();
}
