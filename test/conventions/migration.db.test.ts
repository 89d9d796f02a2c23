import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { emptyDatabase, testDatabase } from '../support/database.ts';

interface Model {
  readonly name: string;
}
const script = (name: string) => import(new URL(`../../scripts/migration/${name}.mjs`, import.meta.url).href);
const { prismaSteps } = (await script('engine')) as {
  prismaSteps: (from: { schema: string }, schema: string) => Promise<string>;
};
const { nextStep } = (await script('step')) as {
  nextStep: (database: unknown, script: string, schema: string) => Promise<{ values: string; rest: string }>;
};
const { parseModels } = (await script('prisma-schema')) as { parseModels: (text: string) => Model[] };
const { schemaProblems } = (await script('schema-problem')) as { schemaProblems: (models: Model[]) => string[] };

const schema = readFileSync('prisma/schema.prisma', 'utf8');
const [head = ''] = schema.split(/^\/\/\/ .*\nmodel /m, 1);

/** Everything the migrations add by hand. */
const BY_HAND = [
  'check Article_language_check',
  'check Article_textLength_check',
  'check Article_url_check',
  'check ArticleText_sha256_check',
  'check ClaimKey_description_check',
  'check Claim_amount_check',
  'check Credit_figure_check',
  'check Membership_group_check',
  'check Mention_figure_check',
  'check Position_side_check',
  'check RevisionChange_counts_check',
  'check Revision_number_check',
  'check WordingPart_change_check',
  'check Wording_rendering_check',
  'check Wording_whole_check',
  'column ActorTie',
  'function Actor_resolves_check',
  'function Disagreement_check',
  'function nearestWord',
  'function oneStepOn',
  'function paths',
  'function pathsFrom',
  'function refuse',
  'function searchQuery',
  'function tieCounts',
  'function tieEvidence',
  'function tiedBetween',
  'function tiedTo',
  'index Article_published_first_desc_idx',
  'index Article_published_first_idx',
  'index Article_updated_first_idx',
  'index Assertion_when_first_idx',
  'index Event_when_first_idx',
  'index Wording_said_first_idx',
  'trigger Actor_resolves_check',
  'trigger DisagreementAssertion_check',
  'trigger DisagreementWording_check',
  'trigger Disagreement_check',
];

/** The full-text functions come before the tables whose columns they compute. */
const FULL_TEXT = ['20261122020000_search', '20261201011500_search_documents']
  .map((name) =>
    readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8').split(/^-- (?:Alter|Create)Table$/m, 1),
  )
  .join('\n');

// PostgreSQL prints the same catalogue; once is enough.
describe.skipIf(inject('templates').kind === 'server')('what migrate:make writes', { timeout: 120_000 }, () => {
  let migrated: Database;

  beforeAll(async () => {
    migrated = await testDatabase();
  });

  test('from an empty database equals the migrations, except for the rules listed here', async () => {
    const fresh = await emptyDatabase();
    await scripted(fresh).exec(FULL_TEXT);
    await nextStep(scripted(fresh), await prismaSteps({ schema: head }, schema), schema);
    const [made, real] = await Promise.all([fresh, migrated].map(catalogueOf));
    const nameOf = (entry: string) => entry.split(' ', 3).slice(0, 2).join(' ');
    expect([...(made ?? [])].filter((entry) => !real?.has(entry))).toEqual([]);
    const byHand = [...(real ?? [])].filter((entry) => !made?.has(entry)).map(nameOf);
    expect([...new Set(byHand)].sort()).toEqual([...BY_HAND].sort());
  });

  test('is nothing if the migrations lead to the schema', async () => {
    expect(await step(migrated, schema)).toEqual({ values: '', rest: '' });
  });

  test('creates an entity and its link table without hand-written SQL', async () => {
    const { values, rest } = await step(await testDatabase(), WITH_TOPIC);
    expect(values).toBe('');
    await expect(rest).toMatchFileSnapshot('./migration.sql');
  });

  test('puts new values of an enum into a migration of their own, and gives a subtype its rules', async () => {
    const { values, rest } = await step(await testDatabase(), WITH_SUBTYPE);
    expect(values).toBe(`-- AlterEnum\nALTER TYPE "AssertionType" ADD VALUE 'REMARK';\n`);
    expect(rest).toContain(
      `ALTER TABLE "Remark" ADD CONSTRAINT "Remark_assertionType_check" CHECK ("assertionType" = 'REMARK');`,
    );
    expect(rest).toContain(`WHEN 'REMARK' THEN EXISTS (SELECT FROM "Remark" WHERE "id" = assertion."id")`);
    expect(rest).toContain(
      'CREATE CONSTRAINT TRIGGER "Remark_check" AFTER DELETE ON "Remark" DEFERRABLE INITIALLY DEFERRED',
    );
    expect(rest).toContain(
      'ADD CONSTRAINT "Remark_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;',
    );
  });

  test('replaces a check that covers a new column', async () => {
    const wider = schema.replace(
      '  place        String?\n',
      '  place        String?\n  hall String?\n  hallKey String?\n',
    );
    const { rest } = await step(await testDatabase(), wider);
    expect(rest).toContain('ADD COLUMN     "hall" TEXT COLLATE "C",\nADD COLUMN     "hallKey" TEXT COLLATE "C";');
    expect(rest).toContain('ALTER TABLE "Event" DROP CONSTRAINT "Event_keys_check";\nALTER TABLE "Event" ADD');
    expect(rest).toContain('AND ("hall" IS NULL) = ("hallKey" IS NULL)');
  });

  const step = async (database: Database, changed: string) =>
    nextStep(scripted(database), await prismaSteps({ schema }, changed), changed);
});

describe('schema.prisma', () => {
  test('keeps its conventions', () => {
    expect(schemaProblems(parseModels(schema))).toEqual([]);
    expect(schemaProblems(parseModels(WITH_TOPIC))).toEqual([]);
  });

  test.each([
    ['references: [id], onDelete: NoAction)', 'references: [id])', 'Article.origin: write onDelete: NoAction, or'],
    [
      'article   Article @relation(fields: [articleId], references: [id], onDelete: Cascade)',
      'article Article @relation(fields: [articleId], references: [id], onDelete: NoAction)',
      'ArticlePublisher.article: write onDelete: Cascade',
    ],
    ['  @@index([sharedOriginId])\n', '', 'Article.origin: write @@index([sharedOriginId])'],
    ['  @@index([headlineWords], type: Gin)\n', '', 'Article.headlineWords: write @@index([headlineWords], type: Gin)'],
    [
      '  @@index([headlineKey(ops: raw("gin_trgm_ops"))]',
      '  //',
      'Article.headlineWords: write @@index([headlineKey(ops: raw("gin_trgm_ops"))], type: Gin, map: "Article_headlineKey_trigrams_idx")',
    ],
    ['  headline               String\n', '', 'Article.headlineKey: write the text column headline'],
  ])('reports the place if %j is changed', (from, to, problem) => {
    expect(schema).toContain(from);
    const [first = ''] = schemaProblems(parseModels(schema.replace(from, to)));
    expect(first.startsWith(problem)).toBe(true);
  });
});

/** Everything in the public schema that a migration makes, as PostgreSQL prints it: `<kind> <name> <definition>`. */
async function catalogueOf(database: Database): Promise<Set<string>> {
  const rows = await database.query<{ entry: string }>({ text: CATALOGUE, values: [] });
  return new Set(rows.map(({ entry }) => entry));
}

const CATALOGUE = `
  SELECT 'column ' || relname || ' ' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' ||
    attgenerated::text || ' ' || coalesce(collname, '') || ' ' || coalesce(pg_get_expr(adbin, adrelid), '') AS entry
  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_collation l ON l.oid = attcollation
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped
    AND relname <> '_prisma_migrations'
  UNION ALL
  SELECT CASE contype WHEN 'c' THEN 'check ' ELSE 'key ' END || conname || ' ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'p', 'u')
    AND conrelid <> 0 AND conrelid::regclass::text <> '_prisma_migrations'
  UNION ALL
  SELECT 'index ' || indexname || ' ' || indexdef FROM pg_indexes
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL
  SELECT 'trigger ' || tgname || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT 'function ' || proname || ' ' || prosrc FROM pg_proc
  WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  UNION ALL
  SELECT 'enum ' || typname || ' ' || string_agg(enumlabel, ' ' ORDER BY enumsortorder)
  FROM pg_enum JOIN pg_type t ON t.oid = enumtypid GROUP BY typname`;

/** Our database with the methods of PGlite that the scripts use. */
function scripted(database: Database) {
  return {
    exec: (sql: string) => database.transaction((session) => session.script(sql)),
    query: async (text: string) => ({ rows: await database.query({ text, values: [] }) }),
  };
}

const WITH_TOPIC = `${schema.replace(
  '  publishers  ArticlePublisher[]\n',
  '  publishers  ArticlePublisher[]\n  topics ArticleTopic[]\n',
)}
/// A subject.
model Topic {
  id      String @id
  slug    String @unique
  sortKey String
  name    String
  nameKey String

  articles ArticleTopic[]

  nameWords Unsupported("tsvector")? @default(dbgenerated())

  @@index([sortKey, id])
  @@index([nameKey(ops: raw("gin_trgm_ops"))], type: Gin, map: "Topic_nameKey_trigrams_idx")
  @@index([nameWords], type: Gin)
}

model ArticleTopic {
  articleId String
  article   Article @relation(fields: [articleId], references: [id], onDelete: Cascade)
  topicId   String
  topic     Topic   @relation(fields: [topicId], references: [id], onDelete: Cascade)

  @@id([articleId, topicId])
  @@index([topicId])
}
`;

const WITH_SUBTYPE = `${schema
  .replace('  claim          Claim?\n', '  claim          Claim?\n  remark Remark?\n')
  .replace('enum AssertionType {\n', 'enum AssertionType {\n  REMARK\n')}
/// A remark.
model Remark {
  id            String        @id
  assertionType AssertionType @default(REMARK)
  supertype     Assertion     @relation(fields: [id, assertionType], references: [id, assertionType], onDelete: Cascade)
  text          String
  textKey       String

  @@unique([id, assertionType])
}
`;
