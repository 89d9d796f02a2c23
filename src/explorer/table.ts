import { addressOf, KINDS, type Kind } from './address.ts';

export interface Cell {
  readonly text: string;
  readonly href?: string | undefined;
}

/** A list as lines of cells: of every line as many as there are columns, in their order. */
export interface Table {
  /** The names of the columns in words. */
  readonly columns: readonly string[];
  readonly lines: readonly (readonly Cell[])[];
  /** Of the list: a row may take several lines. */
  readonly rowCount: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Names of fields that say what kind of page their slugs lead to. */
const KIND_OF: ReadonlyMap<string, Kind> = new Map([
  ...KINDS.flatMap((kind): [string, Kind][] => [
    [kind, kind],
    [`${kind}s`, kind],
  ]),
  ['people', 'person'],
  ['carrier', 'outlet'],
  ['target', 'proposal'],
]);

/** What something is called, where it has more than a slug. */
const LABELS = ['name', 'headline', 'printedAs', 'text', 'topic'];

/**
 * The one list of an answer, as a file of it has it, without ids and without columns that are empty in all lines; a
 * name leads to the page of what it names, and the slug beside it is left out. Undefined where the answer is no such list.
 */
export function tableOf(data: unknown): Table | undefined {
  const roots = isFields(data) ? Object.entries(data) : [];
  const [root] = roots;
  const rows = root && roots.length === 1 ? listOf(root[1]) : undefined;
  if (!root || !rows) return undefined;
  const lines = rows.flatMap(linesOf).map((line) => new Map(cellsOf(line, [], root[0])));
  const paths = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return {
    columns: paths.map(wordsOf),
    lines: lines.map((line) => paths.map((path) => line.get(path) ?? { text: '' })),
    rowCount: rows.length,
  };
}

/** The name of an operation or a column in words: "MetByActor" is "Met by actor", "assertedBy.name" is "Asserted by name". */
export function wordsOf(name: string): string {
  const words = name
    .replace(/^node\./, '')
    .replaceAll(/[._]+/g, ' ')
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .trim()
    .replace(/^typename$/, 'type')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The rows: the list itself, its nodes or those of its groups. */
function listOf(value: unknown): readonly Fields[] | undefined {
  if (Array.isArray(value)) return value.every(isFields) ? value : undefined;
  if (!isFields(value)) return undefined;
  return listOf(value.nodes ?? value.groups);
}

/** The row itself; or, where it holds a list of rows, one line for each of those. */
function linesOf(row: Fields): readonly Fields[] {
  const [key, list] = Object.entries(row).find(([, value]) => isListOfFields(value)) ?? [];
  if (key === undefined || !isListOfFields(list)) return [row];
  return list.map((one) => ({ ...row, [key]: one }));
}

/** What stands in the fields of something and of what it leads to, by path; `field` is the name of the field that holds it. */
function cellsOf(fields: Fields, path: readonly string[], field: string): [string, Cell][] {
  const label = typeof fields.slug === 'string' ? LABELS.find((name) => fields[name]) : undefined;
  return Object.entries(fields).flatMap(([name, value]): [string, Cell][] => {
    const inner = [...path, name];
    if (isFields(value)) return cellsOf(value, inner, name);
    const text = textOf(value);
    if (!text || name === 'id' || (name === 'slug' && label)) return [];
    const href = name === (label ?? 'slug') ? pageOf(fields, text, field) : undefined;
    return [[inner.join('.'), { text, href }]];
  });
}

/** The page of something; of an actor of whom only the name is known, where it is found by that. */
function pageOf({ slug, name, __typename: type }: Fields, text: string, field: string): string | undefined {
  if (typeof slug !== 'string') return undefined;
  const kind = KIND_OF.get(typeof type === 'string' ? type.toLowerCase() : field);
  if (kind) return addressOf(kind, slug);
  return name === undefined ? undefined : `/search?${new URLSearchParams({ q: text })}`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(textOf).join('; ') : String(value);
}

function isListOfFields(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFields);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
