// Makes migrations and finds drift, in this process, without downloading Prisma's engine:
//   npm run migrate:make -- NAME   writes prisma/migrations/<time>_NAME/migration.sql: the steps from the migrations to schema.prisma
//   npm run migrate:drift          fails when the migrations do not lead to what schema.prisma says
// Both replay the migrations in an empty embedded database. The steps include what the conventions of schema.prisma
// imply and Prisma does not know (collations, deferred keys, standard rules); other hand-written SQL is left alone.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyDatabase, prismaSteps, readMigrations } from './migration/engine.mjs';
import { parseModels } from './migration/prisma-schema.mjs';
import { schemaProblems } from './migration/schema-problem.mjs';
import { nextStep } from './migration/step.mjs';

const folder = fileURLToPath(new URL('../prisma/migrations', import.meta.url));
const schema = readFileSync(fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url)), 'utf8');

const [command, name] = process.argv.slice(2);
if (command === 'make' && /^[a-z0-9_]+$/.test(name ?? '')) await make(name);
else if (command === 'drift' && name === undefined) await drift();
else
  fail('Usage: npm run migrate:make -- NAME (lower-case letters, digits, underscores)\n       npm run migrate:drift');

/** @param {string} name */
async function make(name) {
  const { values, rest } = await difference();
  if (values + rest === '') return console.log('Nothing to do: the migrations lead to what prisma/schema.prisma says.');
  const now = Date.now();
  if (values !== '') write(`${timeOf(now)}_${name}_values`, values);
  if (rest !== '') write(`${timeOf(now + 1000)}_${name}`, rest);
  console.log(
    'Read it. Add by hand what existing rows need (values for new columns) and rules that are not standard (CONTRIBUTING.md).',
  );
}

async function drift() {
  const { values, rest } = await difference();
  if (values + rest !== '')
    fail(`prisma/schema.prisma and prisma/migrations differ. Run: npm run migrate:make -- NAME\n\n${values}${rest}`);
  console.log('No drift: the migrations lead to what prisma/schema.prisma says.');
}

async function difference() {
  const problems = schemaProblems(parseModels(schema));
  if (problems.length > 0) fail(`prisma/schema.prisma breaks its conventions:\n${problems.join('\n')}`);
  const migrations = readMigrations(folder);
  const database = await emptyDatabase();
  const script = await prismaSteps({ migrations }, schema, database).catch((error) => fail(error.message));
  // Prisma does not promise how it leaves the database.
  await database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  for (const { name, sql } of migrations)
    await database.exec(sql).catch((error) => fail(`Migration ${name} fails: ${error.message}`));
  return nextStep(database, script, schema).catch((error) => fail(`The new migration fails: ${error.message}`));
}

/** The time in the form of a migration's name: 20261122094128. */
function timeOf(milliseconds) {
  return new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14);
}

function write(migration, sql) {
  mkdirSync(join(folder, migration), { recursive: true });
  writeFileSync(join(folder, migration, 'migration.sql'), sql);
  console.log(`Wrote prisma/migrations/${migration}/migration.sql`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
