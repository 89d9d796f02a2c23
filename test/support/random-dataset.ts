import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { documents, lists, registers } from '../../src/import/entities.ts';
import { candidatesOf, type Names, REFERENCES, randomArticle } from './random-article.ts';
import { type Entry, RandomValues } from './random-value.ts';

/** The files of a small dataset folder, by path. */
export type RandomDataset = Readonly<Record<string, unknown>>;

/** Slugs that a reader of YAML could take for something other than strings. */
const SLUGS = ['null', 'true', '0', '007', '1e3', 'yes', '2031-03-04', 'ada-berg', 'constructor'];

/** Valid files: up to three articles, and the registers that they need. */
export const randomDataset: fc.Arbitrary<RandomDataset> = new (class extends fc.Arbitrary<RandomDataset> {
  generate(random: fc.Random): fc.Value<RandomDataset> {
    return new fc.Value(datasetOf(new RandomValues(random)), undefined);
  }

  canShrinkWithoutContext(_value: unknown): _value is RandomDataset {
    return false;
  }

  shrink(): fc.Stream<fc.Value<RandomDataset>> {
    return fc.Stream.nil();
  }
})();

function datasetOf(random: RandomValues): RandomDataset {
  const slugs = (prefix: string, least: number) =>
    Array.from({ length: random.int(least, 3) }, (_, i) => `${prefix}-${random.pick(SLUGS)}-${i}`);
  const names: Names = {
    people: [random.pick(SLUGS), ...slugs('p', 0)],
    organisations: slugs('o', 1),
    outlets: slugs('m', 1),
    proposals: slugs('w', 2),
    events: slugs('e', 1),
    quotes: slugs('q', 1),
    disagreements: slugs('d', 0),
    'claim-keys': slugs('k', 1),
    articles: ['a0', '0071', 'null2'].slice(0, random.int(0, 3)),
  };
  const quoted: string[] = [];
  const articles = names.articles.map((slug) => [slug, randomArticle(slug, { names, quoted, random })] as const);
  const statements = articles.flatMap(([slug, article]) => statementsOf(slug, article));
  const used = { ...names, quotes: quoted, disagreements: statements.length < 2 ? [] : names.disagreements };
  const candidates = candidatesOf(used);
  const actor = (slug: string) => ({ formerSlugs: random.subset([`was-${slug}`, `a-${slug}`]) });
  const given: Readonly<Record<string, (slug: string) => Entry>> = {
    people: actor,
    organisations: actor,
    quotes: (slug) => ({ distinctFrom: random.subset(used.quotes.filter((other) => other !== slug)) }),
    disagreements: () => disagreement(statements, random),
  };
  const register = (name: string) => {
    const shape = registers[name]?.shape;
    const slugs = used[name as keyof Names];
    if (!shape || !slugs) throw new Error(`${name}.yaml: no slugs in test/support/random-dataset.ts`);
    return slugs.map((slug) => [slug, random.value(shape, candidates, { given: given[name]?.(slug) })]);
  };
  return {
    ...Object.fromEntries(Object.keys(registers).map((name) => [`${name}.yaml`, Object.fromEntries(register(name))])),
    ...Object.fromEntries(
      Object.entries(documents).flatMap(
        ([name, { shape }]) => random.maybe(() => [[`${name}.yaml`, random.value(shape, candidates)]]) ?? [],
      ),
    ),
    ...Object.fromEntries(articles.map(([slug, article]) => [`articles/${slug}.yaml`, article])),
  };
}

/** An assertion or wording that a disagreement can name. */
interface Statement {
  readonly name: string;
  readonly list: 'assertions' | 'wordings';
  readonly entry: Entry;
}

function statementsOf(slug: string, article: Entry): Statement[] {
  return Object.keys(lists).flatMap((field) =>
    ((article[field] ?? []) as readonly Entry[]).flatMap((entry) => {
      const list = field === 'wordings' ? 'wordings' : 'assertions';
      return entry.ref === undefined ? [] : [{ name: `${slug}.${entry.ref}`, list, entry }];
    }),
  );
}

/** A disagreement between some statements, about what they refer to: one account for each, or accounts that share them. */
function disagreement(all: readonly Statement[], random: RandomValues): Entry {
  const wordings = all.filter(({ list }) => list === 'wordings');
  const statements = wordings.length >= 2 && random.chance(30) ? wordings : all;
  const at = random.int(0, statements.length - 2);
  const chosen = statements.filter((_, i) => i === at || i === at + 1 || random.chance(50));
  const subjects = (fields: readonly string[]) => {
    const slugs = chosen.flatMap(({ entry }) => fields.flatMap((field) => (entry[field] as string | string[]) ?? []));
    // A source is named by its key in the article only.
    return random.subset([...new Set(slugs)].filter((slug) => !slug.startsWith('.')));
  };
  const { actors, people, organisations, proposals, events } = REFERENCES;
  const assumption = random.maybe(() => random.text());
  return {
    basis: assumption === undefined ? random.maybe(() => random.of('Basis')) : random.maybe(() => 'INFERRED'),
    assumption,
    ...(random.chance(30) ? alone(chosen) : together(chosen, random)),
    actors: subjects([...actors, ...people, ...organisations]),
    proposals: subjects(proposals),
    events: subjects(events),
  };
}

/** Each statement is an account. */
function alone(statements: readonly Statement[]): Entry {
  return { accounts: undefined, between: undefined, ...named(statements) };
}

/** Accounts of one or more statements. */
function together(statements: readonly Statement[], random: RandomValues): Entry {
  const groups = statements.slice(0, random.int(2, statements.length)).map((first) => [first]);
  for (const statement of statements.slice(groups.length)) random.pick(groups).push(statement);
  const pairs = groups.flatMap((_, i) => groups.slice(i + 1).map((_, j) => [i + 1, i + j + 2]));
  return {
    accounts: groups.map((group) => ({ says: random.maybe(() => random.text()), ...named(group) })),
    between: random.subset(pairs)?.map((pair) => ({
      accounts: random.chance(50) ? pair : pair.toReversed(),
      kind: random.of('DisagreementKind'),
    })),
    assertions: undefined,
    wordings: undefined,
  };
}

function named(statements: readonly Statement[]): Entry {
  const names = (list: Statement['list']) => {
    const found = statements.flatMap((statement) => (statement.list === list ? statement.name : []));
    return found.length > 0 ? found : undefined;
  };
  return { assertions: names('assertions'), wordings: names('wordings') };
}

/** Makes a folder contain these files and no others. */
export function writeDataset(dir: string, dataset: RandomDataset): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'articles'), { recursive: true });
  for (const [path, content] of Object.entries(dataset)) writeFileSync(join(dir, path), fileText(content));
}

/** JSON is YAML in which no text can be taken for another type. */
export function fileText(content: unknown): string {
  return JSON.stringify(content, null, 1);
}
