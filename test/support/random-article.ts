import { head, lists, maps } from '../../src/import/entities.ts';
import type { Entity } from '../../src/import/entity.ts';
import { codePointLength } from '../../src/text/code-point.ts';
import { sha256 } from '../../src/text/sha256.ts';
import type { Candidates, Entry, RandomValues } from './random-value.ts';

/** The slugs of each register, and of the articles. */
export type Names = Readonly<
  Record<
    | 'people'
    | 'organisations'
    | 'outlets'
    | 'proposals'
    | 'events'
    | 'quotes'
    | 'disagreements'
    | 'claim-keys'
    | 'articles',
    readonly string[]
  >
>;

/** The fields that refer to entries of a register, by the register; those of `actors` accept sources as well. */
export const REFERENCES = {
  actors: ['actor', 'speaker', 'assertedBy', 'relayedBy', 'aboutActor', 'about'],
  people: ['person', 'contributor', 'member', 'members'],
  organisations: ['organisation', 'group', 'memberOf'],
  outlets: ['outlet', 'carrier'],
  proposals: ['proposal', 'proposals', 'concerns', 'aboutProposal', 'document'],
  events: ['event', 'events', 'aboutEvent'],
  quotes: ['quote'],
  'claim-keys': ['key'],
} as const;

/** Fields whose texts have a form of their own. */
const TEXTS = {
  language: ['en', 'no', 'pt-BR'],
  url: ['https://post.example/a?b=c&d:e,#f'],
  website: ['post.example', 'https://post.example/a?b'],
  unit: ['EUR', 'PERCENT'],
  annotators: ['Lund Library', 'A. Berg'],
};

const SOURCES = ['official', '0', 'true'];
const AMOUNTS = [
  ...[0, 5, -3, 0.1, 1e-7, 1.5e-25, 210_000_000_000, 9_007_199_254_740_991],
  ...['9007199254740993', '-0', '5.50', '1'.repeat(35)],
];

/** What each field can hold that refers to something or has a form of its own. */
export function candidatesOf(names: Names, sources: readonly string[] = []): Candidates {
  const slugs = { ...names, actors: [...names.people, ...names.organisations, ...sources] };
  const registers = Object.keys(REFERENCES) as (keyof typeof REFERENCES)[];
  const fields = registers.flatMap((register) =>
    REFERENCES[register].map((field) => [field, slugs[register]] as const),
  );
  return { ...TEXTS, ...Object.fromEntries(fields) };
}

interface Around {
  readonly names: Names;
  /** The quotes that have a wording so far: the first one is always verbatim. */
  readonly quoted: string[];
  readonly random: RandomValues;
}

/** The file of one article. */
export function randomArticle(slug: string, around: Around): Entry {
  const { names, quoted, random } = around;
  const sources = random.subset(SOURCES) ?? [];
  const context: Context = {
    ...around,
    slug,
    place: places(random),
    candidates: candidatesOf(
      { ...names, quotes: quoted },
      sources.map((key) => `.${key}`),
    ),
  };
  const entry = ({ shape }: Entity, given: Entry) => random.value(shape, context.candidates, { given }) as Entry;
  const article: Record<string, unknown> = entry(head, { text: { sha256: sha256(slug), length: 1_000_000 } });
  for (const [field, entity] of Object.entries(maps)) {
    const partOf = (i: number) => (i > 0 ? random.maybe(() => `.${sources[0]}`) : undefined);
    const entries = sources.map((key, i) => {
      const collective = random.chance(50);
      return [key, entry(entity, { partOf: partOf(i), collective, ...(!collective && { members: undefined }) })];
    });
    article[field] = entries.length > 0 || random.chance(50) ? Object.fromEntries(entries) : undefined;
  }
  let refs = 0;
  const named = () => ({ ref: random.maybe(() => `r${++refs}`), span: context.place(null) });
  for (const [field, entity] of Object.entries(lists)) {
    const fixed = fixedFields[field]?.(context, article) ?? times(random, () => ({}));
    const entries = fixed.map((own) => entry(entity, { ...named(), ...own }));
    article[field] = entries.length > 0 || random.chance(50) ? entries : undefined;
  }
  return article;
}

interface Context extends Around {
  /** The slug of the article. */
  readonly slug: string;
  readonly place: Places;
  readonly candidates: Candidates;
}

/** For some lists of an article: the fields of each entry that depend on each other. `lists` come in their order. */
const fixedFields: Readonly<Record<string, (context: Context, article: Entry) => readonly Entry[]>> = {
  derivedFrom({ slug, names, random }) {
    const others = random.subset(names.articles.filter((other) => other !== slug)) ?? [];
    return others.map((article) => ({ article }));
  },
  aliases(context) {
    const { random } = context;
    const texts = new Set([random.name(), random.name()].slice(random.int(0, 2)));
    return [...texts].map((text) => ({ text, ...either(context, 'actor', 'proposal') }));
  },
  credits: (context) =>
    times(context.random, () => {
      const capacity = context.random.of('CreditCapacity');
      const figure = capacity === 'PHOTO' ? context.random.int(1, 2) : undefined;
      return { ...either(context, 'outlet', 'contributor'), capacity, figure };
    }),
  wordings(context, { titles = [] }) {
    const named = (titles as readonly Entry[]).filter(({ ref }) => ref !== undefined);
    return Array.from({ length: context.random.pick([0, 1, 3, 6]) }, () => wording(context, named));
  },
  links: ({ names, random }) => times(random, () => ({ proposal: names.proposals[0], target: names.proposals[1] })),
  claims: (context) =>
    times(context.random, (i) => ({
      // Later claims can be converted from the first one.
      ...(i === 0 && { ref: 'c0' }),
      ...either(context, 'aboutActor', 'aboutProposal', 'aboutEvent'),
      ...amount(i, context.random),
    })),
  mentions: (context) =>
    Array.from({ length: context.random.pick([0, 1, 3]) }, () => {
      const { random, place } = context;
      const [text, zone] = [random.text(), random.of('Zone')];
      const { start, end, ...evidence } = place(text);
      const figure = zone === 'CAPTION' ? random.maybe(() => random.int(1, 2)) : undefined;
      return {
        ...either(context, 'actor', 'proposal'),
        text,
        span: { start, end, ...random.maybe(() => evidence) },
        zone,
        figure,
      };
    }),
};

function times(random: RandomValues, make: (number: number) => Entry): Entry[] {
  return Array.from({ length: random.int(0, 2) }, (_, i) => make(i));
}

/** Fills one of the fields; the others are left out. */
function either({ candidates, random }: Context, ...fields: readonly string[]): Entry {
  const chosen = random.pick(fields);
  const value = random.pick(candidates[chosen] ?? []);
  return Object.fromEntries(fields.map((field) => [field, field === chosen ? value : undefined]));
}

function wording({ names, quoted, candidates, place, random }: Context, titles: readonly Entry[]): Entry {
  const text = random.text();
  const quote = random.pick(names.quotes);
  const rendering = quoted.includes(quote) ? random.of('Rendering') : random.pick(['QUOTED', 'ECHO']);
  if (!quoted.includes(quote)) quoted.push(quote);
  const verbatim = rendering !== 'REPORTED';
  const attribution = random.of('Attribution');
  const title = attribution !== 'IMPLICIT' && titles.length > 0 && random.chance(50) ? random.pick(titles) : undefined;
  return {
    quote,
    rendering,
    text: verbatim ? text : undefined,
    form: verbatim ? random.of('WordingForm') : undefined,
    insertions: verbatim ? random.maybe(() => [text]) : undefined,
    span: place(verbatim ? text : null),
    attribution,
    speaker: attribution === 'IMPLICIT' ? undefined : (title?.person ?? random.pick(candidates.speaker ?? [])),
    speakerTitle: title?.ref,
  };
}

type Places = (text: string | null) => Entry;

/** Makes spans in the order of a text, for words or, given null, for a part of the text that the file does not repeat. */
function places(random: RandomValues): Places {
  let at = 0;
  return (text) => {
    const start = at + random.pick([0, 0, 7]);
    at = start + (text === null ? random.pick([1, 50]) : codePointLength(text));
    const checksum = sha256(text ?? String(at));
    return { start, end: at, paragraph: random.pick([1, 30]), sha256: checksum };
  };
}

function amount(number: number, random: RandomValues): Entry {
  const none = {
    amount: undefined,
    amountTo: undefined,
    comparator: undefined,
    unit: undefined,
    convertedFrom: undefined,
  };
  if (random.chance(50)) return none;
  const amount = random.pick(AMOUNTS);
  const most = typeof amount === 'number' ? [Number.MAX_SAFE_INTEGER, '9'.repeat(35)] : ['9'.repeat(35)];
  return {
    amount,
    amountTo: random.maybe(() => random.pick(most)),
    comparator: random.of('Comparator'),
    convertedFrom: number > 0 ? random.maybe(() => 'c0') : undefined,
  };
}
