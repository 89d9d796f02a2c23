import { codePointLength } from '../../src/text/code-point.ts';
import { sha256 } from '../../src/text/sha256.ts';
import type { Choice } from './random-dataset.ts';

export type Entry = Readonly<Record<string, unknown>>;

/** The slugs of all registers, and the quotes that some article gives to the letter. */
type Names = Readonly<
  Record<
    'people' | 'organisations' | 'outlets' | 'proposals' | 'events' | 'quotes' | 'keys' | 'articles',
    readonly string[]
  >
> & { readonly worded: Set<string> };

const SOURCES = ['official', '0', 'true'];
const AMOUNTS = [
  0,
  5,
  -3,
  0.1,
  1e-7,
  210_000_000_000,
  9_007_199_254_740_991,
  '9007199254740993',
  '-0',
  '5.50',
  '1'.repeat(35),
];

/** The file of one article with everything that the format knows. */
export function randomArticle(slug: string, names: Names, choice: Choice): Entry {
  const sources = choice.some(SOURCES) ?? [];
  const actors = [...names.people, ...names.organisations, ...sources.map((key) => `.${key}`)];
  const place = places(choice);
  const assertion = (own: (number: number) => Entry): Entry[] =>
    Array.from({ length: choice.one([0, 1, 2]) }, (_, i) => ({
      ...own(i),
      span: place(null),
      gloss: choice.text(),
      basis: choice.of('Basis'),
      assertedBy: choice.maybe(() => choice.one(actors)),
      relayedBy: choice.maybe(() => choice.one(actors)),
      concerns: choice.some(names.proposals),
    }));
  const about = () =>
    choice.one<Entry>([
      { aboutActor: choice.one(actors) },
      { aboutProposal: choice.one(names.proposals) },
      { aboutEvent: choice.one(names.events) },
    ]);
  const titles = assertion((i) => ({
    ref: `t${i}`,
    person: choice.one(names.people),
    text: choice.text(),
    organisation: choice.maybe(() => choice.one(names.organisations)),
    tenure: choice.of('Tenure'),
  }));
  const wordings = Array.from({ length: choice.one([0, 1, 3, 6]) }, (_, i) => ({
    ref: choice.maybe(() => `w${i}`),
    ...wording({ names, actors, titles, choice }, place),
  }));
  return {
    headline: choice.name(),
    alternativeHeadline: choice.maybe(() => choice.name()),
    section: choice.maybe(() => choice.text()),
    language: choice.one(['en', 'no', 'pt-BR']),
    url: choice.maybe(() => 'https://post.example/a?b=c&d: e #f'),
    summary: choice.text(),
    dateline: choice.maybe(() => choice.text()),
    published: choice.maybe(() => choice.when()),
    updated: choice.maybe(() => choice.when()),
    origin: choice.of('OriginKind'),
    originBasis: choice.of('Basis'),
    derivedFrom: (choice.some(names.articles.filter((other) => other !== slug)) ?? []).map((article) => ({
      article,
      relation: choice.of('ArticleRelation'),
      basis: choice.of('Basis'),
      gloss: choice.text(),
    })),
    text: { sha256: sha256(slug), length: 1_000_000 },
    sources: Object.fromEntries(
      sources.map((key, i) => [key, source({ names, whole: i > 0 ? sources[0] : undefined, choice })]),
    ),
    aliases: distinct([choice.name(), choice.name()]).map((text) => ({
      ...choice.one<Entry>([{ actor: choice.one(actors) }, { proposal: choice.one(names.proposals) }]),
      text,
      kind: choice.of('AliasKind'),
    })),
    credits: assertion(() => {
      const who = choice.one<Entry>([{ outlet: choice.one(names.outlets) }, { contributor: choice.one(names.people) }]);
      const capacity = choice.of('CreditCapacity');
      return { ...who, capacity, figure: capacity === 'PHOTO' ? choice.one([1, 2]) : undefined };
    }),
    titles,
    wordings,
    positions: assertion(() => ({
      actor: choice.one(actors),
      proposal: choice.one(names.proposals),
      stance: choice.of('Stance'),
      condition: choice.maybe(() => choice.text()),
      modality: choice.of('Modality'),
      voice: choice.of('Voice'),
    })),
    statuses: assertion(() => ({
      proposal: choice.one(names.proposals),
      status: choice.of('Status'),
      verb: choice.text(),
    })),
    links: assertion(() => ({
      proposal: names.proposals[0],
      target: names.proposals[1],
      relation: choice.of('LinkRelation'),
    })),
    memberships: assertion(() => ({ member: choice.one(names.people), group: choice.one(names.organisations) })),
    participations: assertion(() => ({
      actor: choice.one(actors),
      event: choice.one(names.events),
      role: choice.of('ParticipationRole'),
    })),
    claims: assertion((i) => ({
      ...about(),
      ref: `c${i}`,
      key: choice.one(names.keys),
      value: choice.text(),
      ...amount(i, choice),
    })),
    mentions: Array.from({ length: choice.one([0, 1, 3]) }, () => {
      const text = choice.text();
      const zone = choice.of('Zone');
      const { start, end } = place(text);
      return {
        ...choice.one<Entry>([{ actor: choice.one(actors) }, { proposal: choice.one(names.proposals) }]),
        text,
        span: { start, end },
        zone,
        form: choice.of('MentionForm'),
        figure: zone === 'CAPTION' ? choice.one([undefined, 1, 2]) : undefined,
      };
    }),
  };
}

interface Context {
  readonly names: Names;
  readonly actors: readonly string[];
  readonly titles: readonly Entry[];
  readonly choice: Choice;
}

type Places = (text: string | null) => Entry;

/** Places in a text, one behind the other; null is for words that do not stand in the file. */
function places(choice: Choice): Places {
  let at = 0;
  return (text) => {
    const start = at + choice.one([0, 0, 7]);
    at = start + (text === null ? choice.one([1, 50]) : codePointLength(text));
    return { start, end: at, paragraph: choice.one([1, 30]), sha256: text === null ? choice.digest() : sha256(text) };
  };
}

function wording({ names, actors, titles, choice }: Context, place: Places): Entry {
  const text = choice.text();
  const quote = choice.one(names.quotes);
  const rendering = names.worded.has(quote) ? choice.of('Rendering') : choice.one(['QUOTED', 'ECHO']);
  names.worded.add(quote);
  const title = choice.chance() ? choice.one(titles) : undefined;
  const speaker = title?.person ?? choice.one(actors);
  const reported = rendering === 'REPORTED';
  return {
    quote,
    rendering,
    ...(!reported && { text, form: choice.of('WordingForm'), insertions: choice.maybe(() => [text]) }),
    zone: choice.of('Zone'),
    span: place(reported ? null : text),
    gloss: choice.text(),
    speaker,
    speakerTitle: title?.ref,
    attribution: choice.one(['EXPLICIT', 'CONTINUED', 'TERM']),
    attributedAs: choice.maybe(() => choice.text()),
    medium: choice.of('Medium'),
    carrier: choice.maybe(() => choice.one(names.outlets)),
    venue: choice.maybe(() => choice.text()),
    said: choice.maybe(() => choice.when()),
    basis: choice.maybe(() => choice.of('Basis')),
  };
}

function source({ names, whole, choice }: { names: Names; whole: string | undefined; choice: Choice }): Entry {
  return {
    printedAs: choice.name(),
    name: choice.maybe(() => choice.name()),
    collective: choice.chance(),
    anonymityReason: choice.maybe(() => choice.text()),
    memberOf: choice.maybe(() => choice.one(names.organisations)),
    partOf: whole === undefined ? undefined : choice.maybe(() => `.${whole}`),
    document: choice.maybe(() => choice.one(names.proposals)),
  };
}

function amount(number: number, choice: Choice): Entry {
  if (choice.chance()) return {};
  return {
    amount: choice.one(AMOUNTS),
    amountTo: choice.maybe(() => '9'.repeat(35)),
    comparator: choice.of('Comparator'),
    unit: choice.maybe(() => 'EUR'),
    convertedFrom: number > 0 ? choice.maybe(() => 'c0') : undefined,
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
