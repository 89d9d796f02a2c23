import { badUserInput } from '../../errors.ts';
import type { Model } from '../../model/model.ts';
import type { Row } from './row.ts';

/**
 * The rows that an operation has named with `as`, at one place in it. A name is visible in everything nested inside the
 * list or filter that gives it. Immutable.
 */
export class Scope {
  static readonly empty = new Scope(new Map());
  readonly #rows: ReadonlyMap<string, Row>;

  private constructor(rows: ReadonlyMap<string, Row>) {
    this.#rows = rows;
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  /** With one more row; the same scope if `name` is undefined. Throws BAD_USER_INPUT for a name that is taken. */
  with(name: unknown, row: Row, path: string): Scope {
    if (name === undefined) return this;
    if (name === null) throw badUserInput(`${path} is null: leave it out, or give a name`);
    const key = String(name);
    if (key === '') throw badUserInput(`${path} is empty: give a name`);
    if (this.#rows.has(key)) {
      throw badUserInput(`${path}: an outer row is already named ${JSON.stringify(key)}: choose another name`);
    }
    return new Scope(new Map([...this.#rows, [key, row]]));
  }

  /** The row with a name, as a row of `model`. Throws BAD_USER_INPUT if there is none, or if it is of another entity. */
  row(name: unknown, model: Model, path: string): Row {
    if (name === null) throw badUserInput(`${path} is null: leave it out, or give the name of a row`);
    const row = this.#rows.get(String(name));
    if (!row) throw badUserInput(`${path}: no row is named ${JSON.stringify(name)} here: ${this.#known()}`);
    if (familyOf(row.model) !== familyOf(model)) {
      throw badUserInput(
        `${path}: ${JSON.stringify(name)} is a row of ${row.model.name}, which cannot be compared with a row of ${model.name}`,
      );
    }
    return row;
  }

  #known(): string {
    if (this.isEmpty) return 'name an outer list or filter with `as`';
    return `the names here are ${[...this.#rows.keys()].map((name) => JSON.stringify(name)).join(', ')}`;
  }
}

/** The entity whose table has the row's id: a subtype shares it with its supertype. */
function familyOf({ name, supertype }: Model): string {
  return supertype?.model ?? name;
}
