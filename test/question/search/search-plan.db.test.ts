import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { compiled } from '../../support/ask.ts';
import { testDatabase } from '../../support/database.ts';

/** Rows enough, and wide enough, that reading a table from one end to the other is the worse plan. */
const ROWS = 4000;
const WIDE = `repeat('x', 1500)`;

const WORDS = `(SELECT string_agg(substr(md5((n % 997 * 31 + g)::text), 1, 6), ' ') FROM generate_series(1, 12) g)`;

describe('on large tables', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
    await database.transaction(async ({ script }) => {
      await script(`
        INSERT INTO "Quote" ("id", "slug", "sortKey", "text", "textKey", "consistent")
          SELECT 'Quote_' || n, 'q-' || n, n::text, ${WIDE}, t, true FROM generate_series(1, ${ROWS}) n, LATERAL ${WORDS} w(t);
        INSERT INTO "Actor" ("id", "slug", "sortKey", "name", "nameKey", "actorType")
          SELECT 'Person_' || n, 'p-' || n, n::text, ${WIDE}, t, 'PERSON' FROM generate_series(1, ${ROWS}) n, LATERAL (SELECT md5(n::text) || ' ' || md5((n + 1)::text)) w(t);
        INSERT INTO "Person" ("id") SELECT 'Person_' || n FROM generate_series(1, ${ROWS}) n;
        INSERT INTO "ActorSlug" ("slug", "actorId") SELECT 'p-' || n, 'Person_' || n FROM generate_series(1, ${ROWS}) n;
        INSERT INTO "Alias" ("id", "sortKey", "text", "textKey", "kind", "actorId")
          SELECT 'Alias_' || n, n::text, ${WIDE}, t, 'SPELLING', 'Person_' || n FROM generate_series(1, ${ROWS}) n, LATERAL (SELECT md5((n + 7)::text)) w(t);
        INSERT INTO "SearchDocument" ("nodeId", "kind", "names", "sounds", "texts", "keys", "own", "body", "related", "further")
          SELECT 'Quote_' || n, 'Quote', '{}', '{}', ARRAY[${WIDE}], ARRAY[t], '', t, '', '' FROM generate_series(1, ${ROWS}) n, LATERAL ${WORDS} w(t);`);
    });
    // VACUUM too: it moves what was written just now from the lists of pending entries into the indexes.
    await database.query({ text: 'VACUUM (ANALYZE)', values: [] });
  });

  async function plan(query: string): Promise<string> {
    const { text, values } = compiled(query).statement;
    const rows = await database.query<Record<string, string>>({ text: `EXPLAIN ${text}`, values });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  test.each([
    'search(query: "c4ca42", first: 10) { totalCount nodes { score snippet node { id } } }',
    'search(query: "frozen assets", types: [QUOTE]) { nodes { node { id } } }',
    'quotes(where: { text: { matches: "c4ca42 a87ff6" } }) { totalCount }',
    'quotes(where: { text: { contains: "c4ca42" } }) { totalCount }',
    'people(where: { name: { similar: "c4ca4238a0b923820dcc509a6f75849b" } }) { nodes { name } }',
    'people(where: { aliases: { some: { text: { similar: "c4ca4238a0b923820dcc509a6f75849b" } } } }) { totalCount }',
  ])('%s reads through indexes', async (question) => {
    const found = await plan(`{ ${question} }`);
    expect(found).toMatch(/Bitmap Index Scan on "\w+_(trigrams|\w*[wW]ords)_idx"/);
    expect(found).not.toMatch(/Seq Scan on "(Quote|Actor|Alias|Person|SearchDocument)"/);
  });

  test('a search for two letters does not use the trigram index', async () => {
    expect(await plan('{ quotes(where: { text: { contains: "c4" } }) { totalCount } }')).not.toMatch(/trigrams/);
  });
});
