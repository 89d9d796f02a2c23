import { deleteRows, insertRows, readRows, updateRows } from '../db/bulk.ts';
import type { Database, TransactionClient } from '../db/database.ts';
import { type ModelName, models } from '../model/model.ts';
import { type Changes, changesOf, type Difference } from './change.ts';
import { type Imported, revise } from './revise.ts';
import { type AnyRow, rowKey } from './row.ts';
import type { Rows } from './rows.ts';
import { writeSearch } from './search/index-search.ts';

export interface WriteResult {
  /** Number of the revision afterwards. */
  readonly revision: number;
  /** True if the database already had exactly these rows; no revision was added then. */
  readonly unchanged: boolean;
  readonly changes: Changes;
}

/** Models whose changed rows are deleted and inserted again: a value of a unique column may move to another row. */
const INSERTED_AGAIN: ReadonlySet<ModelName> = new Set(['Article', 'Wording']);

/**
 * Makes the database hold exactly these rows, in one transaction. Writes only rows that differ. If any do, adds a
 * revision; otherwise only updates the checksums of the files. Keeps the texts of articles that still have their
 * checksum.
 */
export function writeRows(
  db: Database,
  rows: Rows,
  {
    imported,
    onProgress,
  }: { readonly imported: Imported; readonly onProgress?: (done: number, total: number) => void },
): Promise<WriteResult> {
  return db.write(async (client) => {
    const differences = new Map<ModelName, Difference>();
    for (const model of MODELS) differences.set(model, await compare(client, model, rows));
    const total = sum(
      differences.values(),
      ({ added, changed, removed }) => added.length + changed.length + removed.length,
    );
    let done = 0;
    const step = (count: number) => {
      done += count;
      onProgress?.(done, total);
    };
    for (const [model, { changed }] of differences) {
      if (!INSERTED_AGAIN.has(model)) await updateRows(client, models[model], changed, step);
    }
    for (const [model, { changed, removed }] of differences) {
      const gone = INSERTED_AGAIN.has(model) ? [...removed, ...changed] : removed;
      await deleteRows(client, models[model], gone, step);
    }
    for (const [model, { added, changed }] of differences) {
      const fresh = INSERTED_AGAIN.has(model) ? [...added, ...changed] : added;
      await insertRows(client, models[model], fresh, step);
    }
    for (const [model, lost] of linksLost(differences, rows)) await insertRows(client, models[model], lost);
    if (total > 0) await writeSearch(client, rows);
    await client.$executeRawUnsafe(SHARE_TEXTS);
    const [dropped] = await client.$queryRawUnsafe<{ readonly lost: number }[]>(DROP_TEXTS);
    const lost = dropped && dropped.lost > 0 && { ArticleText: { added: 0, changed: 0, removed: dropped.lost } };
    const changes: Changes = { ...changesOf(differences), ...lost };
    return { revision: await revise(client, imported, changes), unchanged: total === 0, changes };
  });
}

/** Links to keep that were deleted (by cascade) with a row that is inserted again. */
function* linksLost(
  differences: ReadonlyMap<ModelName, Difference>,
  rows: Rows,
): Generator<readonly [ModelName, readonly AnyRow[]]> {
  for (const [model, { added }] of differences) {
    if (!models[model].link) continue;
    const fresh = new Set(added);
    const lost = new Set<AnyRow>();
    for (const { from, to, model: end } of Object.values(models[model].relations)) {
      const again = INSERTED_AGAIN.has(end) ? (differences.get(end)?.changed ?? []) : [];
      const keys = new Set(again.map((row) => row[to]));
      for (const row of keys.size > 0 ? (rows.all(model) as AnyRow[]) : []) {
        if (keys.has(row[from] ?? null) && !fresh.has(row)) lost.add(row);
      }
    }
    yield [model, [...lost]];
  }
}

/** The models whose rows come from the files: all except texts and the history of imports. */
const MODELS = (Object.keys(models) as ModelName[]).filter(
  (model) => model !== 'ArticleText' && !model.startsWith('Revision'),
);

/** Gives articles that lack their text the one of another article, or of the same article under its former slug. */
const SHARE_TEXTS = `
  INSERT INTO "ArticleText" ("articleId", "sha256", "body", "bodyKey")
  SELECT DISTINCT ON (a."id") a."id", t."sha256", t."body", t."bodyKey"
  FROM "Article" a JOIN "ArticleText" t ON t."sha256" = a."textSha256"
  WHERE NOT EXISTS (SELECT FROM "ArticleText" o WHERE o."articleId" = a."id" AND o."sha256" = a."textSha256")`;

/** Deletes the texts that are not their article's any more, and counts those that no other article has. */
const DROP_TEXTS = `
  WITH dropped AS (
    DELETE FROM "ArticleText" t
    WHERE NOT EXISTS (SELECT FROM "Article" a WHERE a."id" = t."articleId" AND a."textSha256" = t."sha256")
    RETURNING t."sha256"
  )
  SELECT count(DISTINCT d."sha256")::int AS "lost" FROM dropped d
  WHERE NOT EXISTS (SELECT FROM "Article" a WHERE a."textSha256" = d."sha256")`;

async function compare(client: TransactionClient, model: ModelName, rows: Rows): Promise<Difference> {
  const stored = new Map<string, AnyRow>();
  for (const row of (await readRows(client, models[model])) as AnyRow[]) stored.set(rowKey(model, row), row);
  const added: AnyRow[] = [];
  const changed: AnyRow[] = [];
  for (const row of rows.all(model) as AnyRow[]) {
    const key = rowKey(model, row);
    const before = stored.get(key);
    stored.delete(key);
    if (!before) added.push(row);
    else if (!equal(model, before, row)) changed.push(row);
  }
  return { added, changed, removed: [...stored.values()] };
}

function equal(model: ModelName, a: AnyRow, b: AnyRow): boolean {
  return Object.keys(models[model].columns).every((column) => JSON.stringify(a[column]) === JSON.stringify(b[column]));
}

function sum<T>(items: Iterable<T>, count: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += count(item);
  return total;
}
