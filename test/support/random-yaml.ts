import type { Choice } from './choice.ts';

type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** Writes data as YAML or JSON in a random style: order of fields, layout, quotation, comments, markers, line endings. */
export function randomYaml(data: { readonly [key: string]: Data }, choice: Choice): string {
  const writer = new Writer(choice);
  const text = choice.chance(15) ? writer.json(data) : writer.file(data);
  const lines = choice.chance(30) ? text.replaceAll('\n', '\r\n') : text;
  return (choice.chance(15) ? '\ufeff' : '') + lines;
}

class Writer {
  readonly #choice: Choice;
  /** Whether there are comments, and whether there are anchors, tags and explicit keys. */
  readonly #commented: boolean;
  readonly #unusual: boolean;
  #count = 0;

  constructor(choice: Choice) {
    this.#choice = choice;
    this.#commented = choice.chance(60);
    this.#unusual = choice.chance(30);
  }

  json(data: Data): string {
    const end = this.#choice.pick(['', '\n']);
    return JSON.stringify(this.#shuffled(data), null, this.#choice.pick([0, 1, 2, 4, '\t'])) + end;
  }

  file(data: Data): string {
    const choice = this.#choice;
    const directive = choice.chance(15) ? '%YAML 1.2\n' : '';
    const marker = directive || choice.chance(25) ? `---${choice.chance(30) ? ' # a document' : ''}\n` : '';
    const end = choice.pick(['', '\n', '\n', '\n\n', '\n# end\n', '\n...\n']);
    const head = choice.chance(40) ? `# yaml-language-server: $schema=x\n${choice.pick(['', '\n'])}` : '';
    const body = choice.chance(15)
      ? this.#flow(data, '  ', choice.chance(50))
      : this.#map(data as { [key: string]: Data }, ' '.repeat(choice.chance(90) ? 0 : 2));
    return (directive ? directive + marker + head : head + marker) + body.replace(/^\n/, '') + end;
  }

  /** A block map, with a line break before each field. */
  #map(map: { readonly [key: string]: Data }, indent: string): string {
    return Object.entries(this.#shuffled(map) as object)
      .map(([key, value]) => `\n${this.#lines(indent)}${indent}${this.#field(key, value, indent)}`)
      .join('');
  }

  #field(key: string, value: Data, indent: string): string {
    const written = this.#unusual && this.#choice.chance(5) ? `? ${this.#key(key)}\n${indent}` : this.#key(key);
    return `${written}:${this.#value(value, indent)}`;
  }

  /** The rest of the line after a key or dash, and the lines below. */
  #value(value: Data, indent: string, isItem = false): string {
    const choice = this.#choice;
    const deeper = `${indent}${' '.repeat(choice.pick([2, 2, 2, 4]))}`;
    const properties = this.#properties(value);
    if (value === null) return properties + choice.pick(['', ' null', ' ~']) + this.#comment();
    if (typeof value !== 'object') return `${properties} ${this.#scalar(value, deeper)}`;
    const isEmpty = Object.keys(value).length === 0;
    if (isEmpty || choice.chance(this.#depth(value) > 1 ? 15 : 50)) {
      return `${properties} ${this.#flow(value, deeper, choice.chance(25))}${this.#comment()}`;
    }
    if (Array.isArray(value)) {
      const at = isItem || choice.chance(70) ? deeper : indent;
      const items = value.map((item: Data) => `\n${this.#lines(at)}${at}-${this.#value(item, at, true)}`);
      return properties + this.#comment() + items.join('');
    }
    const map = value as { readonly [key: string]: Data };
    if (!isItem || properties || choice.chance(5)) return properties + this.#comment() + this.#map(map, deeper);
    const [first, ...rest] = Object.entries(this.#shuffled(map) as { [key: string]: Data });
    const column = `${indent}  `;
    const fields = [first ?? ['', ''], ...rest].map(([key, inner]) => this.#field(key, inner as Data, column));
    return ` ${fields.join(`\n${this.#lines(column)}${column}`)}`;
  }

  #scalar(value: string | number | boolean, indent: string): string {
    const choice = this.#choice;
    if (typeof value === 'string' && choice.chance(10) && /^\S.*\S$/.test(value)) {
      const header = choice.pick(['|', '|-', '>', '>-', '|+']);
      const body = header.startsWith('>')
        ? value.replaceAll(/(?<=\S) (?=\S)/g, () => choice.pick([' ', `\n${indent}`]))
        : value;
      return `${header}${this.#comment()}\n${indent}${body}${header === '|+' ? '\n' : ''}`;
    }
    return this.#inline(value) + this.#comment();
  }

  #inline(value: string | number | boolean | null): string {
    if (typeof value !== 'string') return JSON.stringify(value);
    const isPlain =
      /^[\p{L}“][\p{L}\p{N} .“”’-]*$/u.test(value) && !/^(true|false|null)$/i.test(value) && value.trim() === value;
    if (isPlain && this.#choice.chance(60)) return value;
    return value.includes('\n') || this.#choice.chance(50) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  }

  #key(key: string): string {
    const quoted = this.#choice.chance(10) ? JSON.stringify(key) : key;
    return this.#unusual && this.#choice.chance(3) ? `&k${this.#next()} ${quoted}` : quoted;
  }

  /** A flow map or list, on one line or on several. */
  #flow(value: Data, indent: string, isLong: boolean): string {
    const choice = this.#choice;
    if (typeof value !== 'object' || value === null) return this.#inline(value);
    const space = choice.pick(['', ' ']);
    const [open, close, parts] = Array.isArray(value)
      ? ['[', ']', value.map((item: Data) => this.#flowItem(item, indent, isLong))]
      : [
          '{',
          '}',
          Object.entries(this.#shuffled(value) as { [key: string]: Data }).map(
            ([key, inner]) => `${this.#key(key)}: ${this.#flow(inner, `${indent}  `, isLong && choice.chance(50))}`,
          ),
        ];
    const comma = parts.length > 0 && choice.chance(10) ? ',' : '';
    if (!isLong || parts.length === 0)
      return `${open}${space}${parts.join(choice.pick([',', ', ']).padEnd(2))}${comma}${space}${close}`;
    const lines = parts.map(
      (part, i) => `\n${this.#lines(indent)}${indent}${part}${i < parts.length - 1 ? ',' : comma}${this.#comment()}`,
    );
    return `${open}${this.#comment()}${lines.join('')}\n${indent}${close}`;
  }

  #flowItem(item: Data, indent: string, isLong: boolean): string {
    if (
      this.#unusual &&
      this.#choice.chance(20) &&
      typeof item === 'object' &&
      item !== null &&
      Object.keys(item).length === 1
    ) {
      const [[key, value] = ['', '']] = Object.entries(item);
      return `${key}: ${this.#flow(value as Data, indent, false)}`;
    }
    return this.#flow(item, `${indent}  `, isLong && this.#choice.chance(50));
  }

  #properties(value: Data): string {
    if (!this.#unusual || !this.#choice.chance(5)) return '';
    const tag = Array.isArray(value) ? '!!seq' : typeof value === 'string' ? '!!str' : '';
    if (tag && this.#choice.chance(30)) return ` ${tag}`;
    return ` &v${this.#next()}`;
  }

  /** Comments and empty lines before a line. */
  #lines(indent: string): string {
    if (!this.#commented) return '';
    return this.#choice.pick([
      '',
      '',
      '',
      '',
      '',
      '\n',
      `${indent}# c${this.#next()} text: { a: "b" }\n`,
      `# c${this.#next()}\n\n`,
    ]);
  }

  #comment(): string {
    return this.#commented && this.#choice.chance(10)
      ? `${this.#choice.pick([' ', '   '])}# c${this.#next()}: it's "so"`
      : '';
  }

  #shuffled(data: Data): Data {
    if (typeof data !== 'object' || data === null || Array.isArray(data) || this.#choice.chance(50)) return data;
    return Object.fromEntries(this.#choice.some(Object.entries(data), Number.MAX_SAFE_INTEGER));
  }

  #depth(value: Data): number {
    if (typeof value !== 'object' || value === null) return 0;
    return 1 + Math.max(0, ...Object.values(value).map((inner) => this.#depth(inner as Data)));
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }
}
