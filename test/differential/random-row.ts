import { type Column, type EnumName, enums, type ModelName, models } from '../../src/model/model.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import type { Choice } from '../support/choice.ts';
import type { Row, Value } from './dataset.ts';

const WORDS = ['plan', 'Plan', 'Ärger', 'arger', 'Łódź', '100% “so”', 'a_b😀', '\uFFFDx\\y', 'Zelenskyy', 'Zelensky'];
const SORT_KEYS = ['', 'a', 'a', 'b', 'b', 'é', '\uFFFD', '😀'];
const DAYS = ['2024-02-29', '2025-12-14', '2025-12-15', '2025-12-16', '2025-12-31', '2026-01-01'];
const COUNTS = [0, 1, 2, 3, 4, 5, 6, 8];

/** Random rows of all tables, made one after the other: a reference is to a row that exists. */
export class Rows {
  readonly choice: Choice;
  readonly rows: Record<string, Row[]> = {};

  constructor(choice: Choice) {
    this.choice = choice;
  }

  /**
   * Adds a row and, for a subtype, its row of the supertype. Columns that are not in `given` are filled by their types,
   * nullable ones with null in half of the cases. Adds nothing if there is no row that a required reference could name.
   */
  add(model: ModelName, number: number, given: Row = {}): void {
    const { supertype } = models[model];
    const named = { id: `${model}_${number}`, slug: `${model.toLowerCase()}-${number}` };
    const type = supertype && { [supertype.typeColumn]: supertype.type };
    const row = this.#fill(model, { ...named, ...type, ...given });
    const above = supertype && this.#fill(supertype.model, { ...named, ...type, ...given });
    if (!row || (supertype && !above)) return;
    if (supertype && above) this.put(supertype.model, above);
    this.put(model, row);
  }

  /** Adds a row as it is. */
  put(model: ModelName, row: Row): void {
    const { table } = models[model];
    const list = this.rows[table] ?? [];
    this.rows[table] = list;
    list.push(row);
  }

  #fill(model: ModelName, given: Row): Row | null {
    const { columns, whens } = models[model];
    const known: Row = Object.assign({}, ...Object.keys(whens).map((name) => this.when(name)), given);
    const sortKeys = new Set(Object.values(columns).map(({ sortKey }) => sortKey));
    const row: Record<string, Value> = {};
    for (const [name, column] of Object.entries(columns)) {
      if (sortKeys.has(name)) continue;
      const value = name in known ? known[name] : this.#value(model, name, column);
      if (value === undefined) return null;
      Object.assign(row, column.sortKey ? keyed(name, value) : { [name]: value });
    }
    return row;
  }

  /** A value for a column; undefined if it is a reference that cannot be filled. */
  #value(model: ModelName, name: string, { type, enum: values, nullable, list }: Column): Value | undefined {
    const { choice } = this;
    if (nullable && choice.chance(50)) return null;
    const relation = Object.values(models[model].relations).find(({ from, many }) => from === name && !many);
    if (relation) {
      const targets = this.rows[models[relation.model].table] ?? [];
      return targets.length > 0 ? choice.pick(targets)[relation.to] : nullable ? null : undefined;
    }
    if (name === 'sortKey') return choice.pick(SORT_KEYS);
    if (name === 'sha256') return checksum(this.small());
    if (list) return choice.many([0, choice.pick([0, 2])], () => this.text());
    if (values) return this.of(values);
    if (type === 'Boolean') return choice.chance(60);
    if (type === 'Int') return this.small();
    if (type === 'String') return this.text();
    throw new Error(`no random value for ${model}.${name}: give it one in test/differential/random-dataset.ts`);
  }

  /** As many as chosen from a few small numbers, often none. */
  times(make: (number: number) => void): void {
    const count = this.choice.pick(COUNTS);
    for (let number = 1; number <= count; number++) make(number);
  }

  /** The id of a row of a table; null if there is none. */
  id(model: ModelName): string | null {
    const rows = this.rows[models[model].table] ?? [];
    return rows.length ? String(this.choice.pick(rows).id) : null;
  }

  text(): string {
    const { choice } = this;
    return choice.many([1, choice.pick([1, 1, 1, 2])], () => choice.pick(WORDS)).join(' ');
  }

  of(name: EnumName): string {
    return this.choice.pick(Object.keys(enums[name].values));
  }

  /** A number that repeats often. */
  small(): number {
    return this.choice.int(1, 4);
  }

  /** The start of a span: sometimes so far from the start of the text that the context is cut. */
  offset(): number {
    return this.choice.chance(20) ? this.choice.int(190, 450) : this.small();
  }

  /** A text of an article, sometimes so long that the context of a span is cut. */
  articleText(): string {
    const { choice } = this;
    const words = choice.many([1, 4], () => choice.pick(WORDS));
    const parts = choice.chance(40) ? Array(80).fill(words).flat() : words;
    return parts.join(choice.pick([' ', '\n', '. ', 'x']));
  }

  /** The five columns of a When; all null if nothing is known. */
  when(name: string): Row {
    const { choice } = this;
    const day = () => (choice.chance(65) ? choice.pick(DAYS) : null);
    const [a, b] = [day(), day()];
    const [earliest, latest] = a && b && (a > b || choice.chance(40)) ? [b, b] : [a, b];
    const time = choice.chance(30) ? choice.pick(['9 a.m.', '10:00', 'Noon']) : null;
    const text = choice.chance(50) ? this.text() : null;
    const known = [earliest, latest, time, text].some((part) => part !== null) && choice.chance(85);
    const parts: Row = known ? { earliest, latest, time, text } : {};
    const column = (part: string) => `${name}${part[0]?.toUpperCase()}${part.slice(1)}`;
    const values = ['earliest', 'latest', 'time'].map((part) => [column(part), parts[part] ?? null] as const);
    return {
      ...Object.fromEntries(values),
      [column('text')]: parts.text ?? null,
      [column('basis')]: known ? this.of('Basis') : null,
    };
  }
}

/** A text column and its sort key. */
export function keyed(column: string, text: Value): Row {
  return { [column]: text, [`${column}Key`]: typeof text === 'string' ? sortKey(text) : null };
}

/** 64 hexadecimal digits, different for each number. */
export function checksum(number: number): string {
  return number.toString(16).padStart(64, '0');
}
