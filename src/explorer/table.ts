import { addressOf } from './address.ts';
import { KINDS, type Kind, kindOf, kinds } from './kind.ts';

export interface Cell {
  readonly text: string;
  readonly href?: string | undefined;
}

/** A list as lines of cells, one cell per column. */
export interface Table {
  /** Headings of the columns. */
  readonly columns: readonly string[];
  readonly lines: readonly (readonly Cell[])[];
  /** Rows of the list; a row may take several lines. */
  readonly rowCount: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** The kind of thing that a field holds, by the field's name. */
const KIND_OF_FIELD: ReadonlyMap<string, Kind> = new Map([
  ...kinds.flatMap((kind): [string, Kind][] => [
    [kind, kind],
    [KINDS[kind].list, kind],
  ]),
  ['carrier', 'outlet'],
  ['target', 'proposal'],
]);

/** Fields that can label a thing instead of its slug. */
const LABELS = ['name', 'headline', 'printedAs', 'text', 'topic'];

/**
 * The list in an answer, like its file, but without ids and empty columns; a name links to its page, and its slug is
 * left out. Undefined unless the answer is exactly one list.
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

/** The name of an operation or a column in words: "SharedEvents" is "Shared events", "assertedBy.name" is "Asserted by name". */
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

/** The rows of an array, of a connection, or of its groups. */
function listOf(value: unknown): readonly Fields[] | undefined {
  if (Array.isArray(value)) return value.every(isFields) ? value : undefined;
  if (!isFields(value)) return undefined;
  return listOf(value.nodes ?? value.groups);
}

/** One line, or one for each item if the row contains a list of objects. */
function linesOf(row: Fields): readonly Fields[] {
  const [key, list] = Object.entries(row).find(([, value]) => isListOfFields(value)) ?? [];
  if (key === undefined || !isListOfFields(list)) return [row];
  return list.map((one) => ({ ...row, [key]: one }));
}

/** Cells of an object and its nested objects, by path; `field` is the field that holds the object. */
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

/** The page of a thing; for an actor of unknown kind, a search for its name. */
function pageOf({ slug, name, __typename: type }: Fields, text: string, field: string): string | undefined {
  if (typeof slug !== 'string') return undefined;
  const kind = typeof type === 'string' ? kindOf(type) : KIND_OF_FIELD.get(field);
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
