import { serverAudits } from 'graphql-http';
import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { testDatabase } from '../support/database.ts';

let app: App;

beforeAll(async () => {
  app = createApp({ schema: buildSchema(), database: await testDatabase(), questions: [], log: () => {} });
});

const audits = serverAudits({
  url: 'http://localhost/graphql',
  fetchFn: (...request: Parameters<App['fetch']>) => app.fetch(...request),
});

test.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('GraphQL over HTTP: $name ($id)', async ({ fn }) => {
  const result = await fn();
  expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
});
