import type { Plugin } from 'graphql-yoga';
import { revisionNumber } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';

/** Answers `/health`: 200 with the revision, or 503 while the database is unavailable. */
export function useHealth(database: Database, log: (error: unknown) => void): Plugin {
  return {
    async onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname !== '/health') return;
      const { status, body } = await health(database, log);
      endResponse(fetchAPI.Response.json(body, { status, headers: { 'cache-control': 'no-store' } }));
    },
  };
}

async function health(database: Database, log: (error: unknown) => void) {
  try {
    const revision = await revisionNumber(database);
    return { status: 200, body: { status: 'ok', revision, database: database.kind } };
  } catch (error) {
    log(error);
    return { status: 503, body: { status: 'the database does not answer', revision: null, database: database.kind } };
  }
}
