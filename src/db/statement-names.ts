/** Each prepared statement takes some 137 kB on each connection: so many are worth it. */
const MAX_NAMES = 200;
const MAX_SEEN = 2_000;

/**
 * Names for statements, by which a connection keeps them prepared: the database then plans a shape of question once
 * instead of at each request. A shape is named at second sight, for most are asked once only.
 */
export class StatementNames {
  readonly #seen = new Set<string>();
  readonly #names = new Map<string, string>();

  /** The name of a statement's text; undefined while it is not worth one. */
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
