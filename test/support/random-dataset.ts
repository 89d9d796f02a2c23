import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type GeneratorValue } from 'fast-check';
import { type EnumName, enums } from '../../src/model/model.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { hardName, hardText } from './hard-text.ts';
import { type Entry, randomArticle } from './random-article.ts';

/** Files of a small knowledge folder, by name: sound, and different each time. */
export type RandomKnowledge = Readonly<Record<string, unknown>>;

/** Slugs that a reader of YAML may take for something else than texts. */
const SLUGS = ['null', 'true', '0', '007', '1e3', 'yes', '2031-03-04', 'ada-berg', 'constructor'];

/** Up to three articles with everything that the format knows, and the registers that they need. */
export const randomDataset: fc.Arbitrary<RandomKnowledge> = fc.gen().map((g) => {
  const choice = new Choice(g);
  const slugs = (kind: string, least: number) => {
    const count = g(fc.integer, { min: least, max: 3 });
    return Array.from(
      { length: count },
      (_, i) => `${kind}-${SLUGS[(i + g(fc.nat, SLUGS.length)) % SLUGS.length]}-${i}`,
    );
  };
  const odd = g(fc.constantFrom, ...SLUGS);
  const [people, organisations] = [[odd, ...slugs('p', 0)], slugs('o', 1)];
  const [outlets, proposals, events, keys] = [slugs('m', 1), slugs('w', 2), slugs('e', 1), slugs('k', 1)];
  const quotes = slugs('q', 1);
  const articles = Array.from({ length: g(fc.nat, 3) }, (_, i) => `${['a', '007', 'null', '1e3'][i]}${i}`);
  const worded = new Set<string>();
  const names = { people, organisations, outlets, proposals, events, quotes, keys, worded, articles };
  const files = articles.map((slug) => [slug, randomArticle(slug, names, choice)] as const);
  return {
    'people.yaml': register(people, (slug) => actor(slug, choice)),
    'organisations.yaml': register(organisations, (slug) => ({
      ...actor(slug, choice),
      kind: choice.of('OrganisationKind'),
    })),
    'outlets.yaml': register(outlets, () => ({
      name: choice.name(),
      kind: choice.of('OutletKind'),
      website: choice.maybe(() => choice.text()),
    })),
    'proposals.yaml': register(proposals, () => ({
      name: choice.name(),
      kind: choice.of('ProposalKind'),
      summary: choice.text(),
      aliases: choice.aliases(),
    })),
    'events.yaml': register(events, () => ({
      name: choice.name(),
      kind: choice.of('EventKind'),
      place: choice.maybe(() => choice.text()),
      when: choice.maybe(() => choice.when()),
      proposals: choice.some(proposals),
    })),
    'quotes.yaml': register([...worded], (slug) => ({
      about: choice.some([...people, ...organisations]),
      proposals: choice.some(proposals),
      event: choice.maybe(() => choice.one(events)),
      distinctFrom: choice.some([...worded].filter((other) => other !== slug)),
    })),
    'disagreements.yaml': disagreements(slugs('d', 0), files, choice),
    'claim-keys.yaml': register(keys, () => choice.text()),
    ...Object.fromEntries(files.map(([slug, entries]) => [`articles/${slug}.yaml`, entries])),
  };
});

/** Disagreements between what has a `ref` in the articles, where there is enough of that. */
function disagreements(slugs: readonly string[], files: readonly (readonly [string, Entry])[], choice: Choice): Entry {
  const named = (...lists: readonly string[]) =>
    files.flatMap(([slug, article]) =>
      lists
        .flatMap((list) => article[list] as readonly Entry[])
        .flatMap(({ ref, person }) => (ref === undefined ? [] : [{ ref: `${slug}.${ref}`, person }])),
    );
  const [one, other, ...more] = named('titles', 'claims');
  if (!one || !other) return {};
  return register(slugs, () => ({
    topic: choice.text(),
    kind: choice.of('DisagreementKind'),
    assertions: [other.ref, one.ref, ...(choice.some(more) ?? []).map(({ ref }) => ref)],
    wordings: choice.some(named('wordings').map(({ ref }) => ref)),
    actors: one.person === undefined ? undefined : [one.person],
  }));
}

/** Makes a folder hold exactly this knowledge. */
export function writeDataset(dir: string, knowledge: RandomKnowledge): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'articles'), { recursive: true });
  // JSON is YAML, and nothing in it can be taken for something else.
  for (const [name, content] of Object.entries(knowledge))
    writeFileSync(join(dir, name), JSON.stringify(content, null, 1));
}

/** What random entries are made of. */
export class Choice {
  readonly g: GeneratorValue;

  constructor(g: GeneratorValue) {
    this.g = g;
  }

  text(): string {
    return this.g(() => hardText);
  }

  name(): string {
    return this.g(() => hardName);
  }

  of(name: EnumName): string {
    return this.one(Object.keys(enums[name].values));
  }

  one<T>(values: readonly T[]): T {
    return values[this.g(fc.nat, Math.max(values.length - 1, 0))] as T;
  }

  chance(): boolean {
    return this.g(fc.boolean);
  }

  maybe<T>(make: () => T): T | undefined {
    return this.chance() ? make() : undefined;
  }

  /** Some of the values, each at most once; nothing for none, which is left out. */
  some<T>(values: readonly T[]): T[] | undefined {
    const some = values.filter(() => this.chance());
    return some.length > 0 ? some : undefined;
  }

  aliases(): Entry[] | undefined {
    const texts = this.some([this.name(), this.name()]);
    return texts && [...new Set(texts)].map((text) => ({ text, kind: this.of('AliasKind') }));
  }

  when(): Entry {
    const [time, text] = [this.maybe(() => this.text()), this.maybe(() => this.text())];
    const days = this.one([
      { date: '2031-03-04' },
      { earliest: '2031-03-04', latest: '2031-03-05' },
      { earliest: '2031-03-04', latest: '2031-03-04' },
      { earliest: '2031-03-04' },
      { latest: '0999-12-31' },
      text === undefined ? { date: '9999-12-31' } : {},
    ]);
    return { ...days, time, text, basis: this.of('Basis') };
  }

  digest(): string {
    return sha256(String(this.g(fc.nat)));
  }
}

function register(
  slugs: readonly string[],
  entry: (slug: string) => Entry | string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(slugs.map((slug) => [slug, entry(slug)]));
}

function actor(slug: string, choice: Choice): Entry {
  const former = choice.maybe(() => [`was-${slug}`, `a-${slug}`]);
  return { name: choice.name(), aliases: choice.aliases(), formerSlugs: former };
}
