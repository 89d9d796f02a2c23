import type { TransactionClient } from '../db/database.ts';
import type { Entity } from '../import/entity.ts';
import type { AnyRow } from '../import/row.ts';
import { delegate, fromPrisma } from '../import/stored-row.ts';
import { StoredRows } from '../import/stored-rows.ts';
import { type Column, type ModelName, models } from '../model/model.ts';

/** Some entries of one register, or some articles. */
export interface Batch {
  /** Key and slug of each entry, in the order of the slugs. */
  readonly entries: readonly { readonly id: string; readonly slug: string }[];
  /** The rows of the entries and the rows that they refer to. */
  readonly rows: StoredRows;
}

/** Parameters in one statement: PostgreSQL takes 65,535, Prisma half as many. */
const VALUES = 10_000;

/** Reads the entries of a register, or the articles, in batches and in the order of their slugs; one batch is in memory. */
export async function* batches(
  client: TransactionClient,
  entity: Entity,
  { size, within = [] }: { readonly size: number; readonly within?: readonly Entity[] },
): AsyncGenerator<Batch> {
  const { supertype } = models[entity.model];
  const named = supertype?.model ?? entity.model;
  const [key, slug] = [keyOf(named), 'slug' in models[named].columns ? 'slug' : keyOf(named)];
  for (let last: string | undefined = ''; last !== undefined; ) {
    const read = new Reader(client);
    const where = { [slug]: { gt: last }, ...(supertype && { [supertype.typeColumn]: supertype.type }) };
    const found = await read.rows(named, { where, orderBy: { [slug]: 'asc' }, take: size });
    const entries = found.map((row) => ({ id: String(row[key]), slug: String(row[slug]) }));
    const ids = entries.map(({ id }) => id);
    if (supertype) await read.where(entity.model, 'id', ids);
    await read.parts(entity, ids, within.length === 0);
    for (const inner of within) await read.within(inner, ids);
    await read.targets();
    if (entries.length > 0) yield { entries, rows: read.read };
    last = entries.length < size ? undefined : entries.at(-1)?.slug;
  }
}

type Search = Parameters<ReturnType<typeof delegate>['findMany']>[0];

class Reader {
  readonly read = new StoredRows();
  readonly #client: TransactionClient;
  readonly #found: { readonly model: ModelName; readonly rows: readonly AnyRow[] }[] = [];

  constructor(client: TransactionClient) {
    this.#client = client;
  }

  async rows(model: ModelName, search: Search): Promise<readonly AnyRow[]> {
    const found = await delegate(this.#client, model).findMany({ ...search, select: columnsOf(model) });
    const rows = found.map((row) => fromPrisma(model, row));
    this.read.add(model, rows);
    this.#found.push({ model, rows });
    return rows;
  }

  /** The rows that have one of the values in a column and match `more`. */
  async where(model: ModelName, column: string, values: readonly string[], more: object = {}): Promise<AnyRow[]> {
    const rows: AnyRow[] = [];
    for (let i = 0; i < values.length; i += VALUES) {
      rows.push(...(await this.rows(model, { where: { [column]: { in: values.slice(i, i + VALUES) }, ...more } })));
    }
    return rows;
  }

  /** The rows that belong to entries, or to their parts. For a register, leaves out rows that belong to an article. */
  async parts(entity: Entity, ids: readonly string[], inRegister: boolean): Promise<void> {
    const owned = new Map<ModelName | undefined, readonly string[]>([
      [entity.model, ids],
      [models[entity.model].supertype?.model, ids],
    ]);
    for (const part of entity.parts ?? []) {
      const { columns, relations } = models[part];
      const owner = Object.values(relations).find(({ model, many }) => !many && owned.has(model));
      if (!owner) throw new Error(`${part} does not refer to ${entity.model}.`);
      const more = inRegister && columns.articleId?.nullable ? { articleId: null } : {};
      const rows = await this.where(part, owner.from, owned.get(owner.model) ?? [], more);
      if (columns.id)
        owned.set(
          part,
          rows.map(({ id }) => String(id)),
        );
    }
  }

  /** The rows of an entity of article files, with their supertypes and parts. */
  async within(entity: Entity, articleIds: readonly string[]): Promise<void> {
    const { columns, supertype } = models[entity.model];
    const articleId = { in: articleIds };
    const rows = await this.rows(entity.model, {
      where: 'articleId' in columns ? { articleId } : { supertype: { articleId } },
    });
    const ids = rows.map(({ id }) => String(id));
    if (supertype) await this.where(supertype.model, 'id', ids);
    await this.parts(entity, ids, false);
  }

  /** The rows that the rows so far refer to directly; of a subtype, the supertype's row, which has the slug. */
  async targets(): Promise<void> {
    const missing = new Map<ModelName, Set<string>>();
    for (const { model, rows } of this.#found) {
      for (const relation of Object.values(models[model].relations)) {
        if (relation.many || relation.through) continue;
        const target = models[relation.model].supertype?.model ?? relation.model;
        for (const { [relation.from]: id } of rows) {
          if (typeof id !== 'string' || this.read.has(target, id)) continue;
          missing.set(target, (missing.get(target) ?? new Set()).add(id));
        }
      }
    }
    for (const [target, ids] of missing) await this.where(target, keyOf(target), [...ids]);
  }
}

function keyOf(model: ModelName): string {
  return models[model].key[0] ?? '';
}

/** All columns but the sort keys of texts, which follow from the texts. */
function columnsOf(model: ModelName): Record<string, boolean> {
  const columns: [string, Column][] = Object.entries(models[model].columns);
  const keys = new Set(columns.map(([, { sortKey }]) => sortKey));
  return Object.fromEntries(columns.filter(([name]) => !keys.has(name)).map(([name]) => [name, true]));
}
