/** A limit, since each prepared statement takes some 137 kB on each connection. */
const MAX_NAMES = 200;
const MAX_SEEN = 2_000;

/**
 * Names for prepared statements, so that the database plans the same text once per connection instead of with each
 * request. A statement gets a name the second time it is seen; most occur only once.
 */
export class StatementNames {
  readonly #seen = new Set<string>();
  readonly #names = new Map<string, string>();

  /** The name for a statement's text; undefined if it has none yet. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size === MAX_NAMES) return known;
    if (!this.#seen.delete(text)) {
      if (this.#seen.size === MAX_SEEN) this.#seen.clear();
      this.#seen.add(text);
      return undefined;
    }
    const name = `onrecord_${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}
