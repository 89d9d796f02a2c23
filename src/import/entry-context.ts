import { type ModelName, models } from '../model/model.ts';
import { didYouMean, nearest } from '../text/suggest.ts';
import type { Location, Path } from '../text/yaml-file.ts';
import type { DatasetDraft } from './dataset-draft.ts';
import { aNounOf, nounOf } from './names.ts';
import type { NewRow } from './row.ts';

/** The article that an item belongs to. */
export interface EnclosingArticle {
  readonly slug: string;
  readonly id: string;
  /** Length of its text in code points; null if the file does not say. */
  readonly length: number | null;
}

/** Where an item of the files is, what it can refer to, and where its rows and problems go. */
export class EntryContext {
  readonly #article: EnclosingArticle | null;

  constructor(
    readonly dataset: DatasetDraft,
    readonly location: Location,
    /** `name`: the item's key in its map; `ordinal`: its position in its list, from 1. */
    readonly item: { readonly name: string; readonly ordinal: number; readonly article: EnclosingArticle | null },
  ) {
    this.#article = item.article;
  }

  /** The article that the item belongs to; throws for an item of a register. */
  get article(): EnclosingArticle {
    if (!this.#article) throw new Error('This item is not part of an article.');
    return this.#article;
  }

  problem(message: string, ...path: Path): void {
    this.dataset.problems.push(this.location.at(...path).problem(message));
  }

  /** Adds a row and returns whether it was added. A second row with the same key is a problem. */
  add<M extends ModelName>(model: M, row: NewRow<M>): boolean {
    const taken = this.dataset.rows.add(model, row, this.location);
    if (taken) this.problem(`this entry says the same as the one at ${taken}`);
    return taken === undefined;
  }

  /** The name by which `Names` knows a reference: `.key` and local names belong to this article. */
  fullName(model: ModelName, name: string): string {
    if (name.startsWith('.')) return this.#article ? `${this.#article.slug}-${name.slice(1)}` : name;
    return isLocal(model) ? `${this.article.slug}/${name}` : name;
  }

  /** The id of what a reference names. An invalid reference is a problem at `path`, and the id is then empty. */
  ref(model: ModelName, name: string, ...path: Path): string {
    const { names } = this.dataset;
    const fullName = this.fullName(model, name);
    const found = names.find(model, fullName);
    if (!found) {
      const other = names.findAnywhere(fullName);
      if (other) this.problem(`"${name}" is ${aNounOf(other.model)}, not ${aNounOf(model)}`, ...path);
      else if (name.startsWith('.')) this.problem(`unknown source "${name}"${this.#sourceHint(name)}`, ...path);
      else this.problem(`unknown ${nounOf(model)} "${name}"${didYouMean(name, this.#candidates(model))}`, ...path);
    } else if (found.current !== fullName) {
      this.problem(`"${name}" is now called "${found.current}"`, ...path);
    } else if (this.#article && found.model === 'Source' && !name.startsWith('.')) {
      this.problem(`"${name}" is a source: write the .key of a source of this article`, ...path);
    }
    return found?.id ?? '';
  }

  /** Like `ref`, for an optional reference. */
  optionalRef(model: ModelName, name: string | undefined, ...path: Path): string | null {
    return name === undefined ? null : this.ref(model, name, ...path);
  }

  /** The ids of a list of references, without duplicates. */
  refs(model: ModelName, list: readonly string[] | undefined, field: string): string[] {
    const ids = (list ?? []).map((name, i) => {
      if (list?.indexOf(name) !== i) this.problem(`"${name}" is already in this list`, field, i);
      return this.ref(model, name, field, i);
    });
    return [...new Set(ids)];
  }

  /** Like `ref`, for an assertion or wording of any article, written `<article>.<ref>`. */
  statementRef(model: ModelName, name: string, ...path: Path): string {
    const { names, complete } = this.dataset;
    const [slug = '', local = ''] = name.split('.');
    const found = names.find(model, `${slug}/${local}`);
    const other = names.findAnywhere(`${slug}/${local}`);
    if (found) return found.id;
    if (other) this.problem(`"${name}" is ${aNounOf(other.model)}, not ${aNounOf(model)}`, ...path);
    else if (complete && names.find('Article', slug)) {
      const inArticle = [...names.of(model).keys()].filter((key) => key.startsWith(`${slug}/`));
      const near = nearest(
        local,
        inArticle.map((key) => key.slice(slug.length + 1)),
      );
      const hint = near ? `did you mean "${slug}.${near}"?` : `add "ref: ${local}" to the entry you mean`;
      this.problem(`unknown ${nounOf(model)} "${name}": ${hint}`, ...path);
    } else if (complete) {
      this.problem(`unknown article "${slug}"${didYouMean(slug, names.of('Article').keys())}`, ...path);
    }
    return '';
  }

  /** Reports a problem unless exactly one of the fields is given. */
  exactlyOne<Value extends object>(value: Value, ...fields: readonly (keyof Value & string)[]): void {
    const given = fields.filter((field) => value[field] !== undefined);
    if (given.length === 1) return;
    const list = fields.join(', ');
    if (given.length === 0) this.problem(`one of ${list} is missing`);
    else this.problem(`only one of ${list} can be given, not ${given.join(' and ')}`, given[1] ?? '');
  }

  #sourceHint(name: string): string {
    const keys = this.#candidates('Source');
    if (keys.length === 0) return ': this article has no sources; add it under "sources"';
    return didYouMean(name, keys) || `: the sources of this article are ${keys.join(', ')}`;
  }

  #candidates(model: ModelName): string[] {
    const names = [...this.dataset.names.of(model)];
    if (!this.#article) return names.map(([name]) => name);
    const { slug } = this.#article;
    return names.flatMap(([name, named]) => {
      if (named.model === 'Source') return name.startsWith(`${slug}-`) ? [`.${name.slice(slug.length + 1)}`] : [];
      if (isLocal(model)) return name.startsWith(`${slug}/`) ? [name.slice(slug.length + 1)] : [];
      return [name];
    });
  }
}

/** Whether entries of this model are referred to by names that are local to an article. */
function isLocal(model: ModelName): boolean {
  return model === 'Wording' || models[model].supertype?.model === 'Assertion';
}
