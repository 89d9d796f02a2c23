import { prints } from '../../evidence/printed.ts';
import { quotationsIn } from '../../evidence/quotation.ts';
import type { Passage } from '../../evidence/quotation-mark.ts';
import { sentencesOf } from '../../evidence/sentence.ts';
import type { CodePointText } from '../../text/code-point.ts';
import type { Location } from '../../text/yaml-file.ts';
import type { Item, ParsedFile } from '../parse.ts';

/** The fields of an entry that lints read. */
export interface LintFields {
  readonly [field: string]: unknown;
  readonly gloss?: string;
  readonly text?: string;
  readonly value?: string;
  readonly basis?: string;
  readonly actor?: string;
  readonly aboutActor?: string;
  readonly proposal?: string;
  readonly assertedBy?: string;
  readonly quote?: string;
  readonly speaker?: string;
  readonly rendering?: string;
  readonly attribution?: string;
  readonly attributedAs?: string;
  readonly stance?: string;
  readonly condition?: string;
  readonly voice?: string;
}

/** An entry of a list of an article file that has a span. */
export interface LintEntry {
  readonly model: string;
  readonly location: Location;
  readonly value: LintFields;
  readonly span: Passage;
}

/** All articles of a dataset, with the names of its actors. */
export class LintDataset {
  readonly articles: readonly LintArticle[];
  readonly registers: readonly Item[];
  readonly #names = new Map<string, string[]>();
  readonly #people = new Set<string>();

  constructor(files: readonly ParsedFile[], textOf: (sha256: string) => CodePointText | null) {
    this.registers = files.flatMap(({ article, items }) => (article ? [] : items));
    for (const { entity, name, value } of this.registers) {
      if (entity.model !== 'Person' && entity.model !== 'Organisation') continue;
      const { name: usual, aliases = [] } = value as { name: string; aliases?: { text: string }[] };
      if (entity.model === 'Person') this.#people.add(name);
      this.#names.set(name, [usual, ...aliases.map(({ text }) => text)]);
    }
    this.articles = files.flatMap((file) =>
      file.article ? new LintArticle(file.article, file.items, this, textOf) : [],
    );
  }

  /** Slugs of people and organisations. */
  get actors(): readonly string[] {
    return [...this.#names.keys()];
  }

  isPerson(slug: string): boolean {
    return this.#people.has(slug);
  }

  namesOf(slug: string): readonly string[] {
    return this.#names.get(slug) ?? [];
  }
}

interface Silence extends Passage {
  readonly lint: string;
  readonly location: Location;
}

/** One article file, with its text if there is a copy. */
export class LintArticle {
  readonly text: CodePointText | null;
  /** Wordings and assertions. */
  readonly entries: readonly LintEntry[];
  readonly mentions: readonly LintEntry[];
  readonly silences: readonly Silence[];
  readonly sources: ReadonlyMap<string, LintFields>;
  readonly sentences: readonly Passage[];
  readonly quotations: readonly Passage[];
  readonly #aliases = new Map<string, string[]>();

  constructor(
    readonly head: Item,
    readonly items: readonly Item[],
    readonly dataset: LintDataset,
    textOf: (sha256: string) => CodePointText | null,
  ) {
    const { text } = head.value as { text?: { sha256?: string } };
    this.text = textOf(text?.sha256 ?? '');
    this.sentences = this.text ? sentencesOf(this.text) : [];
    this.quotations = this.text ? quotationsIn(this.text) : [];
    const listed = items.flatMap(({ entity, location, value }): LintEntry[] => {
      const { span } = value as { span?: Passage };
      return span ? [{ model: entity.model, location, value: value as LintFields, span }] : [];
    });
    this.entries = listed.filter(({ model }) => model !== 'Silence' && model !== 'Mention');
    this.mentions = listed.filter(({ model }) => model === 'Mention');
    this.silences = listed
      .filter(({ model }) => model === 'Silence')
      .map(({ location, value, span }) => ({ lint: String(value.lint), location, start: span.start, end: span.end }));
    const sources = items.filter(({ entity }) => entity.model === 'Source');
    this.sources = new Map(sources.map(({ name, value }) => [`.${name}`, value as LintFields]));
    for (const { entity, value } of items) {
      const { actor, text: alias } = value as LintFields;
      if (entity.model !== 'Alias' || !actor || !alias) continue;
      this.#aliases.set(actor, [...(this.#aliases.get(actor) ?? []), alias]);
    }
  }

  get slug(): string {
    return this.head.name;
  }

  /** Every name of an actor that this article may print: a slug, or `.key` of a source. Last names included. */
  namesOf(actor: string): readonly string[] {
    const usual = this.dataset.namesOf(actor);
    const printedAs = this.sources.get(actor)?.printedAs;
    const [first, ...more] = (usual[0] ?? '').split(' ');
    const last = first && this.dataset.isPerson(actor) ? more.slice(-1) : [];
    return [
      ...usual,
      ...last,
      ...(this.#aliases.get(actor) ?? []),
      ...(typeof printedAs === 'string' ? [printedAs] : []),
    ];
  }

  /** The sentences that a passage touches, as one passage. */
  sentenceOf({ start, end }: Passage): Passage {
    const touched = this.sentences.filter((sentence) => sentence.start < end && start < sentence.end);
    return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end };
  }

  /** The words of a passage outside quotation marks. */
  unquoted({ start, end }: Passage): string {
    let words = '';
    let at = start;
    for (const quotation of this.quotations) {
      if (quotation.end <= start || quotation.start >= end) continue;
      words += `${this.text?.slice(at, Math.max(at, quotation.start)) ?? ''} `;
      at = Math.max(at, quotation.end);
    }
    return words + (this.text?.slice(at, Math.max(at, end)) ?? '');
  }

  /** Whether a passage prints one of the names. */
  names(names: readonly string[], passage: Passage): boolean {
    const { text } = this;
    return text !== null && names.some((name) => prints(text, name, passage));
  }
}
