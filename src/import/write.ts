import type { Database, TransactionClient } from '../db/database.ts';
import { type ModelName, models } from '../model/model.ts';
import { type Changes, changesOf, type Difference } from './change.ts';
import { type Imported, revise } from './revise.ts';
import { type AnyRow, rowKey } from './row.ts';
import type { Rows } from './rows.ts';
import { delegate, fromPrisma, toPrisma } from './stored-row.ts';

export interface Written {
  /** Number of the data's revision afterwards. */
  readonly revision: number;
  /** True when the database held these very rows already; the revision is then the old one. */
  readonly unchanged: boolean;
  readonly changes: Changes;
}

/** A changed row of these is deleted and made again: their unique columns may pass from one row to another. */
const MADE_AGAIN: ReadonlySet<ModelName> = new Set(['Article', 'Wording']);

/** PostgreSQL takes 65,535 parameters in a statement, Prisma half of them. */
const PARAMETERS = 30_000;

/**
 * Makes the database hold exactly these rows, in one transaction: only what differs is touched. A difference makes
 * a new revision; without one, the newest only remembers the files. Texts of articles stay, as long as there is an
 * article with their checksum.
 */
export function writeRows(
  db: Database,
  rows: Rows,
  {
    imported,
    onProgress,
  }: { readonly imported: Imported; readonly onProgress?: (done: number, total: number) => void },
): Promise<Written> {
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
      if (MADE_AGAIN.has(model)) continue;
      for (const row of changed) {
        await delegate(client, model).updateMany({ where: keyOf(model, row), data: toPrisma(model, row) });
        step(1);
      }
    }
    for (const [model, { changed, removed }] of differences) {
      const gone = MADE_AGAIN.has(model) ? [...removed, ...changed] : removed;
      for (const batch of batches(model, gone)) {
        await delegate(client, model).deleteMany({ where: { OR: batch.map((row) => keyOf(model, row)) } });
        step(batch.length);
      }
    }
    for (const [model, { added, changed }] of differences) {
      const fresh = MADE_AGAIN.has(model) ? [...added, ...changed] : added;
      for (const batch of batches(model, fresh)) {
        await delegate(client, model).createMany({ data: batch.map((row) => toPrisma(model, row)) });
        step(batch.length);
      }
    }
    for (const [model, lost] of linksLost(differences, rows)) {
      for (const batch of batches(model, lost)) {
        await delegate(client, model).createMany({ data: batch.map((row) => toPrisma(model, row)) });
      }
    }
    const texts = await client.$executeRawUnsafe(DROP_TEXTS);
    const dropped = texts > 0 && { ArticleText: { added: 0, changed: 0, removed: texts } };
    const changes: Changes = { ...changesOf(differences), ...dropped };
    return { revision: await revise(client, imported, changes), unchanged: total === 0, changes };
  });
}

/** The links, stored before and wanted still, that went with a row when it was deleted to be made again. */
function* linksLost(
  differences: ReadonlyMap<ModelName, Difference>,
  rows: Rows,
): Generator<readonly [ModelName, readonly AnyRow[]]> {
  for (const [model, { added }] of differences) {
    if (!models[model].link) continue;
    const fresh = new Set(added);
    const lost = new Set<AnyRow>();
    for (const { from, to, model: end } of Object.values(models[model].relations)) {
      const again = MADE_AGAIN.has(end) ? (differences.get(end)?.changed ?? []) : [];
      const keys = new Set(again.map((row) => row[to]));
      for (const row of keys.size > 0 ? (rows.all(model) as AnyRow[]) : []) {
        if (keys.has(row[from] ?? null) && !fresh.has(row)) lost.add(row);
      }
    }
    yield [model, [...lost]];
  }
}

/** The models whose rows the files make: all but texts, and the record of the imports themselves. */
const MODELS = (Object.keys(models) as ModelName[]).filter(
  (model) => model !== 'ArticleText' && !model.startsWith('Revision'),
);

/** A text goes with its article, and when the article names another checksum. */
const DROP_TEXTS = `
  DELETE FROM "ArticleText" t WHERE NOT EXISTS (SELECT FROM "Article" a WHERE a."textSha256" = t."sha256")`;

async function compare(client: TransactionClient, model: ModelName, rows: Rows): Promise<Difference> {
  const stored = new Map<string, AnyRow>();
  for (const found of await delegate(client, model).findMany()) {
    const row = fromPrisma(model, found);
    stored.set(rowKey(model, row), row);
  }
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

function keyOf(model: ModelName, row: AnyRow): Record<string, unknown> {
  return Object.fromEntries(models[model].key.map((column) => [column, row[column]]));
}

function* batches(model: ModelName, rows: readonly AnyRow[]): Generator<readonly AnyRow[]> {
  const size = Math.floor(PARAMETERS / Object.keys(models[model].columns).length);
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}

function sum<T>(items: Iterable<T>, count: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += count(item);
  return total;
}
