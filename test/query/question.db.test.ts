import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, compiled } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

const folder = new URL('../../seeds/questions/', import.meta.url);
const questions = readdirSync(folder).filter((name) => name.endsWith('.graphql'));

describe('the question library', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  test.each(questions)('%s has its exact answer, by one statement', async (name) => {
    const query = readFileSync(new URL(name, folder), 'utf8');
    const seen: string[] = [];
    const stop = database.onStatement(({ text }) => seen.push(text));
    const answer = await ask(database, query);
    stop();
    expect(seen).toHaveLength(1);
    const stem = name.replace(/\.graphql$/, '');
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(`../question/${stem}.json`);
    await expect(`${compiled(query).statement.text}\n`).toMatchFileSnapshot(`../question/${stem}.sql`);
  });
});
