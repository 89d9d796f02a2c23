import type { Choice } from './choice.ts';

/** Texts that break careless code. */
const ODD = [
  '',
  ' ',
  '%',
  '_',
  '\\',
  "'",
  '"',
  '""',
  "it's",
  'a%b_c\\d',
  'é',
  'É',
  'e\u0301',
  'Løkke',
  'ß',
  'İ',
  '😀',
  'a😀b',
  '‑',
  '$1',
  '\n',
  '…',
  'null',
  '🇺🇦 — “x”',
];

interface Known {
  readonly texts: string[];
  readonly numbers: number[];
  readonly seen: Set<string | number>;
}

/** Values to filter by, by field name: values in the data, similar ones, and odd ones. */
export class ValuePool {
  readonly #known = new Map<string, Known>();
  readonly #all: Known = { texts: [], numbers: [], seen: new Set() };

  /** Adds every text and number of an answer, under its key; the keys must be field names. */
  harvest(answer: unknown, key = ''): void {
    if (Array.isArray(answer)) for (const item of answer) this.harvest(item, key);
    else if (typeof answer === 'object' && answer) {
      for (const [name, value] of Object.entries(answer)) this.harvest(value, name);
    } else if (typeof answer === 'string' || typeof answer === 'number') this.#add(key, answer);
  }

  #add(key: string, value: string | number): void {
    const known = this.#known.get(key) ?? { texts: [], numbers: [], seen: new Set() };
    this.#known.set(key, known);
    for (const list of key === 'id' ? [known] : [known, this.#all]) {
      if (list.seen.has(value)) continue;
      list.seen.add(value);
      if (typeof value === 'string') list.texts.push(value);
      else list.numbers.push(value);
    }
  }

  /** A text for the field `key`. */
  text(choice: Choice, key: string): string {
    const known = this.#texts(key);
    const percent = choice.int(1, 100);
    if (percent <= 60 && known.length) return choice.pick(known);
    if (percent <= 88 && known.length) return varied(choice, choice.pick(known));
    if (percent <= 94 && this.#all.texts.length) return varied(choice, choice.pick(this.#all.texts));
    return choice.pick(ODD);
  }

  /** A text to search for in texts of the field `key`: sometimes with a LIKE wildcard instead of a letter. */
  part(choice: Choice, key: string): string {
    const text = this.text(choice, key);
    const letters = [...text];
    if (!letters.length || choice.chance(75)) return text;
    letters[choice.int(0, letters.length - 1)] = choice.pick(['_', '%']);
    return letters.join('');
  }

  /** An exact value of the field `key`, for arguments that similar values never match; sometimes a value that does not occur. */
  exact(choice: Choice, key: string): string {
    const known = this.#texts(key);
    return known.length && choice.chance(90) ? choice.pick(known) : this.text(choice, key);
  }

  /** An integer for the field `key`. */
  int(choice: Choice, key: string): number {
    const known = this.#known.get(key)?.numbers ?? [];
    if (!known.length || choice.chance(20)) return choice.int(-1, 5);
    return choice.pick(known) + (choice.chance(30) ? choice.int(-1, 1) : 0);
  }

  /** A day for the field `key`, as YYYY-MM-DD. */
  date(choice: Choice, key: string): string {
    const known = this.#texts(key);
    if (!known.length || choice.chance(10))
      return choice.pick(['0001-01-01', '1999-12-31', '2024-02-29', '9999-12-31']);
    const day = new Date(`${choice.pick(known)}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + (choice.chance(30) ? choice.int(-1, 1) : 0));
    return day.toISOString().slice(0, 10);
  }

  /** A decimal number for the field `key`, as text. */
  decimal(choice: Choice, key: string): string {
    const known = this.#texts(key);
    if (!known.length || choice.chance(20)) return choice.pick(['0', '-1', '1.5', '2e3', '210000000000', '0.10']);
    const value = choice.pick(known);
    return choice.chance(20) ? `${value}${value.includes('.') ? '0' : '.00'}` : value;
  }

  #texts(key: string): readonly string[] {
    return this.#known.get(key)?.texts ?? [];
  }
}

/** A text similar to another: a part of it, in another case, without accents, or with a suffix. */
function varied(choice: Choice, text: string): string {
  const letters = [...text];
  const start = choice.int(0, Math.max(0, letters.length - 1));
  const part = letters.slice(start, start + choice.int(1, 8)).join('');
  return choice.pick([
    part,
    part.toUpperCase(),
    letters.slice(0, choice.int(1, 4)).join(''),
    letters.slice(-choice.int(1, 4)).join(''),
    text.toUpperCase(),
    text.normalize('NFKD').replace(/\p{M}/gu, ''),
    `${text}${choice.pick(ODD)}`,
    `${part}%`,
    part.replace(/./u, '_'),
  ]);
}
