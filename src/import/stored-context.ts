import { type ModelName, models } from '../model/model.ts';
import type { AnyRow, NewRow } from './row.ts';
import type { StoredRows } from './stored-rows.ts';

/** The rows around an entry that is exported, and the names by which it refers to others. */
export class StoredContext {
  readonly #lists = new Map<string, readonly string[]>();

  constructor(
    readonly rows: StoredRows,
    /** The article of the entry's file; null in a register. */
    readonly article: { readonly id: string; readonly slug: string } | null,
  ) {}

  get<M extends ModelName>(model: M, id: string): NewRow<M> {
    return this.rows.get(model, id);
  }

  where<M extends ModelName>(model: M, column: Extract<keyof NewRow<M>, string>, value: string): NewRow<M>[] {
    return this.rows.where(model, column, value);
  }

  /** A reference as the files write it: a slug, `.key` for a source of the same article, or the `ref` of an assertion. */
  ref(model: ModelName, id: string): string;
  ref(model: ModelName, id: string | null): string | null;
  ref(model: ModelName, id: string | null): string | null {
    if (id === null) return null;
    const named = models[model].supertype?.model ?? model;
    const { ref, slug = ref ?? id, actorType } = this.get(named, id) as AnyRow;
    return this.article && actorType === 'SOURCE'
      ? `.${String(slug).slice(this.article.slug.length + 1)}`
      : String(slug);
  }

  /** Several references, sorted. */
  refs(model: ModelName, ids: readonly string[]): string[] {
    return ids.map((id) => this.ref(model, id)).sort();
  }

  /** The key of an entry in a map of the article: its slug without the article's slug. */
  key(model: ModelName, id: string): string {
    return this.ref(model, id).slice(1);
  }

  /** References to assertions or wordings of any article, written `<article>.<ref>`. */
  statementRefs(model: 'Assertion' | 'Wording', ids: readonly string[]): string[] {
    const statements = ids.map((id) => this.get<'Assertion' | 'Wording'>(model, id));
    return statements.map(({ articleId, ref }) => `${this.get('Article', articleId).slug}.${ref}`).sort();
  }

  /** The ids of the article's rows of a model, in the order of the file. */
  list(model: ModelName): readonly string[] {
    return this.#listed(model, () => {
      const home = ('articleId' in models[model].columns ? model : models[model].supertype?.model) as 'Assertion';
      const supertype = models[model].supertype?.model ?? home;
      return this.where(home, 'articleId', this.article?.id ?? '')
        .filter(({ id }) => this.rows.has(model, id))
        .map(({ id }) => ({ ...this.get(supertype, id), ...this.get(model, id) }));
    });
  }

  #listed(name: string, rows: () => readonly object[]): readonly string[] {
    const known = this.#lists.get(name);
    if (known) return known;
    const ids = [...(rows() as AnyRow[])].sort(compareInText).map(({ id }) => String(id));
    this.#lists.set(name, ids);
    return ids;
  }
}

function compareInText(a: AnyRow, b: AnyRow): number {
  for (const column of ['ordinal', 'sortKey', 'end', 'id']) {
    const [one, other] = [a[column] ?? 0, b[column] ?? 0];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
