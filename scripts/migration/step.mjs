import { parseModels } from './prisma-schema.mjs';
import { standardRules } from './standard-rule.mjs';
import { asStandardSql, splitEnumValues } from './standard-sql.mjs';

/**
 * A database, as this file uses one: PGlite's methods.
 * @typedef {{ exec(sql: string): Promise<unknown>, query(sql: string): Promise<{ rows: Record<string, unknown>[] }> }} Database
 */

/**
 * The SQL of a migration: Prisma's steps with what our conventions add to them, then the standard rules that are
 * missing or differ. `values`, new values of enums, must be committed before `rest`. Both are empty when there is
 * nothing to do. Afterwards the database has them.
 * @param {Database} database as the migrations before leave it
 * @param {string} prismaScript Prisma's steps from there to the schema
 * @param {string} schema the text of schema.prisma
 */
export async function nextStep(database, prismaScript, schema) {
  const { values, rest } = splitEnumValues(asStandardSql(prismaScript));
  await database.exec(values);
  await database.exec(rest);
  const rules = await ruleSteps(database, standardRules(parseModels(schema)));
  await database.exec(rules);
  return { values, rest: [rest.trimEnd(), rules].filter((part) => part !== '').join('\n\n') };
}

/** The statements after which this database has these rules. */
async function ruleSteps(database, rules) {
  const present = await presentRules(database, rules);
  const statements = rules.flatMap((rule) => {
    const found = present.get(keyOf(rule));
    if (found === 'same') return [];
    return found ? [dropOf(rule), createOf(rule)].filter((statement) => statement !== '') : [createOf(rule)];
  });
  return statements.length === 0 ? '' : `-- Standard rules\n${statements.join('\n')}\n`;
}

function createOf({ kind, table, name, sql }) {
  if (kind === 'function')
    return `\nCREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $$${sql}$$;`;
  if (kind === 'trigger') return `CREATE CONSTRAINT TRIGGER "${name}" ${sql};`;
  return `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" CHECK (${sql.includes('\n') ? `\n    ${sql}` : sql});`;
}

/** Triggers are the same when they have the same name, and a function is replaced. */
function dropOf({ kind, table, name }) {
  return kind === 'check' ? `ALTER TABLE "${table}" DROP CONSTRAINT "${name}";` : '';
}

/** One statement for each table, since there are some hundred checks. */
function alterTables(checks, clauseOf) {
  const tables = [...new Set(checks.map(({ table }) => table))];
  const clausesOf = (table) => checks.filter((check) => check.table === table).map(clauseOf);
  return tables.map((table) => `ALTER TABLE "${table}" ${clausesOf(table).join(', ')};`).join('\n');
}

const keyOf = ({ kind, table, name }) => `${kind} ${table} ${name}`;

/**
 * For each rule that the database has by its name, whether it is the `same` or `other`. Checks are compared as
 * PostgreSQL prints them: it gets the wanted ones under other names first.
 */
async function presentRules(database, rules) {
  const wanted = rules.filter(({ kind }) => kind === 'check');
  await database.exec(alterTables(wanted, ({ name, sql }) => `ADD CONSTRAINT "+${name}" CHECK (${sql})`));
  const checks = await database.query(`
    SELECT 'check' AS kind, relname AS "table", c.conname AS name, pg_get_constraintdef(c.oid) = pg_get_constraintdef(w.oid) AS same
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    JOIN pg_constraint w ON w.conrelid = c.conrelid AND w.conname = '+' || c.conname`);
  await database.exec(alterTables(wanted, ({ name }) => `DROP CONSTRAINT "+${name}"`));
  const functions = await database.query(`
    SELECT 'function' AS kind, proname AS name, prosrc AS source FROM pg_proc WHERE prorettype = 'trigger'::regtype`);
  const triggers = await database.query(`
    SELECT 'trigger' AS kind, relname AS "table", tgname AS name, true AS same
    FROM pg_trigger JOIN pg_class t ON t.oid = tgrelid`);
  const sources = new Map(functions.rows.map(({ name, source }) => [name, source]));
  const present = [...checks.rows, ...triggers.rows].map((row) => [keyOf(row), row.same ? 'same' : 'other']);
  const ofFunctions = rules
    .filter(({ kind, name }) => kind === 'function' && sources.has(name))
    .map((rule) => [keyOf(rule), sources.get(rule.name) === rule.sql ? 'same' : 'other']);
  return new Map([...present, ...ofFunctions]);
}
