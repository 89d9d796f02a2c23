// Prisma's schema engine and the embedded database, both in this process.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const filters = { externalTables: [], externalEnums: [] };

/** An empty embedded database in memory. */
export const emptyDatabase = () => PGlite.create({ extensions: { fuzzystrmatch, pg_trgm, unaccent } });

/**
 * Migrations of a folder, in order.
 * @param {string} folder
 * @returns {{ name: string, sql: string }[]}
 */
export function readMigrations(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = entries.map(({ name }) => name).sort();
  return names.map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/**
 * Prisma's SQL that leads to a schema; empty when nothing is to be done. Prisma neither compares nor drops checks,
 * collations, triggers and the deferral of keys.
 * @param {{ migrations: { name: string, sql: string }[] } | { schema: string }} from where it starts: migrations, or the text of another schema.prisma
 * @param {string} schema the text of schema.prisma
 * @param {PGlite} [database] where migrations are replayed; it is emptied before
 */
export async function prismaSteps(from, schema, database) {
  const files = filesOf(schema);
  const { SchemaEngine } = await loadEngine();
  const datamodels = files.map(({ path, content }) => [path, content]);
  const engine = await SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterOf(database)),
  );
  const start =
    'migrations' in from
      ? { tag: 'migrations', ...asMigrationList(from.migrations) }
      : { tag: 'schemaDatamodel', files: filesOf(from.schema) };
  const to = { tag: 'schemaDatamodel', files };
  const { exitCode, stdout } = await engine.diff({ from: start, to, script: true, exitCode: true, filters });
  return exitCode === 0 ? '' : (stdout ?? '');
}

const filesOf = (schema) => [{ path: 'schema.prisma', content: schema }];

function asMigrationList(migrations) {
  return {
    baseDir: 'migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

let loaded;

/** Prisma's bindings with their WebAssembly, which a process can instantiate only once. */
function loadEngine() {
  loaded ??= (async () => {
    const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
    const wasm = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    const module = new WebAssembly.Module(readFileSync(wasm));
    const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
    return bindings;
  })();
  return loaded;
}

const noDatabase = () => Promise.reject(new Error('there is no database to replay migrations in'));

/** Compares two schemas without a database. The engine asks only whether the schema exists, and for the server's version. */
const WITHOUT_DATABASE = {
  provider: 'postgres',
  adapterName: 'none',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18.0', 180_000]],
  }),
  executeScript: noDatabase,
  executeRaw: noDatabase,
  startTransaction: noDatabase,
  dispose: async () => {},
};

/** Prisma's adapter for the embedded database. Its own executeScript() does not wait and loses the error's message. */
function adapterOf(database) {
  const open = async () => {
    if (!database) return WITHOUT_DATABASE;
    const adapter = await new PrismaPGlite(database).connect();
    const executeScript = async (script) => {
      await database.exec(script);
    };
    return Object.assign(adapter, { executeScript, dispose: async () => {} });
  };
  return { provider: 'postgres', adapterName: 'pglite', connect: open, connectToShadowDb: open };
}
