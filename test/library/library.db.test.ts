import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, compiled } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';
import { library } from '../support/library.ts';

describe('the question library', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  test.each(library)('$path has the expected answer, with one SQL statement', async ({ path, query }) => {
    const seen: string[] = [];
    const stop = database.onStatement(({ text }) => seen.push(text));
    const answer = await ask(database, query);
    stop();
    expect(seen).toHaveLength(1);
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(`./${path}.json`);
    await expect(`${compiled(query).statement.text}\n`).toMatchFileSnapshot(`./${path}.sql`);
  });
});
