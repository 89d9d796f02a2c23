import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { importFolder } from '../../src/import/import.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';

const ROWS = 1_000_000;

/** How much more memory the whole list may take than a tenth of it, in MB: less than a hundredth of the file. */
const MAX_MORE = 64;

const QUERY = `query Mentions($first: Int) {
  mentions(first: $first) { nodes { id text start zone kind article { slug headline } actor { name } proposal { name } } }
}`;

/** Copies the mentions of the seeds until there are enough. */
const COPIES = `
INSERT INTO "Mention" ("id", "sortKey", "articleId", "actorId", "proposalId", "text", "textKey", "start", "end", "zone", "kind")
SELECT 'Mention_' || md5(n::text), "sortKey" || n, "articleId", "actorId", "proposalId", "text", "textKey", n, n + char_length("text"), "zone", 'NAME'
FROM generate_series(1, ${ROWS}) n
JOIN (SELECT *, row_number() OVER () AS place, count(*) OVER () AS all FROM "Mention" WHERE "wordingId" IS NULL) m ON place = 1 + n % m.all`;

let postgres: PostgresServer;
let database: Database;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  postgres = await startPostgres();
  const url = postgres.url('postgres');
  database = await openDatabase({ url });
  await migrate(database);
  await importFolder(database, 'seeds');
  await database.transaction((session) => session.script(COPIES));
  await database.query({ text: 'VACUUM (ANALYZE)', values: [] });
  server = await serve(url);
}, 3_600_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
  await postgres?.stop();
});

test.each(['csv', 'ndjson'])('a million rows as %s take no more memory than a hundred thousand', async (format) => {
  await downloaded(format, 1000);
  const tenth = await downloaded(format, ROWS / 10);
  const whole = await downloaded(format, undefined);
  for (const [rows, { megabytes, seconds, memory, before }] of Object.entries({ [ROWS / 10]: tenth, all: whole }))
    console.log(
      `${format}, ${rows} rows: ${megabytes.toFixed(0)} MB in ${seconds.toFixed(1)} s; the server had ${before.toFixed(0)} MB before and at most ${memory.toFixed(0)} MB`,
    );
  expect(whole.lines).toBeGreaterThan(ROWS);
  expect(whole.memory - tenth.memory).toBeLessThan(MAX_MORE);
});

/** Downloads a list and samples the resident set of the server meanwhile, in MB. */
async function downloaded(format: string, first: number | undefined) {
  const begin = performance.now();
  const before = server.memory();
  let memory = before;
  const watch = setInterval(() => {
    memory = Math.max(memory, server.memory());
  }, 50);
  const parameters = new URLSearchParams({ query: QUERY, variables: JSON.stringify({ first }), format });
  const response = await fetch(`${server.url}/download?${parameters}`);
  let [bytes, lines] = [0, 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  clearInterval(watch);
  return { megabytes: bytes / 1e6, seconds: (performance.now() - begin) / 1000, memory, before, lines };
}

/** The built program, serving the database in a process of its own. */
async function serve(database: string) {
  const env = { PATH: process.env.PATH, PORT: '0', DATABASE_URL: database, ONRECORD_SEEDS: '' };
  const child = spawn(process.execPath, ['dist/cli.js', 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [output] = await once(child.stdout, 'data');
  const [address = ''] = /http:\S+(?=\/graphql)/.exec(String(output)) ?? [];
  return {
    url: address,
    memory: () => {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
