import { z } from 'zod';
import type { Problem } from '../text/problem.ts';
import { didYouMean } from '../text/suggest.ts';
import type { Location, Path } from '../text/yaml-file.ts';

export interface ShapeProblem {
  /** The value that does not fit. */
  readonly path: Path;
  readonly problem: Problem;
}

/** Everything wrong with the value at a location, with what is accepted instead. */
export function shapeProblems(shape: z.ZodType, value: unknown, location: Location): ShapeProblem[] {
  const issues = shape.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    const found = path.reduce(step, value);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        problem: unknownField(step(found, key), shapeAt(shape, path), location.at(...path, key)),
      }));
    }
    if (found === undefined) return [{ path, problem: missing(issue, location.at(...path)) }];
    if (issue.code === 'invalid_key') {
      const [{ message } = { message: 'is not a key' }] = issue.issues;
      return [{ path, problem: location.at(...path).keyProblem(`"${path.at(-1)}" ${message}`) }];
    }
    const at = location.at(...path);
    const isDate = shapeAt(shape, path) instanceof z.ZodISODate;
    const why = isDate ? dateReason(found, at) : reason(issue, found, at);
    return [{ path, problem: at.problem(`${nameOf(path)} ${why}`) }];
  });
}

function unknownField(value: unknown, shape: z.ZodType | undefined, location: Location): Problem {
  const key = String(location.path.at(-1));
  const [, name, text] = /^([\w-]+):(\S.*)/.exec(key) ?? [];
  if (name && text) return location.keyProblem(`missing space after the colon: write "${name}: ${text}"`);
  if (value === null && /\s/.test(key))
    return location.keyProblem(
      `unknown field "${key}": if it belongs to the text before it, put that text in quotation marks`,
    );
  const accepted = shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
  const hint = didYouMean(key, accepted) || `: accepted are ${accepted.join(', ')}`;
  return location.keyProblem(`unknown field "${key}"${hint}`);
}

function missing(issue: z.core.$ZodIssue, location: Location): Problem {
  const accepted = issue.code === 'invalid_value' ? `: accepted are ${issue.values.join(', ')}` : '';
  return location.problem(`missing field ${nameOf(location.path)}${accepted}`);
}

function dateReason(found: unknown, location: Location): string {
  if (found === null) return emptyReason(location);
  const source = location.source ?? '';
  const [, year, month] = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?$/.exec(source) ?? [];
  if (!year) return 'is not a valid date: write YYYY-MM-DD';
  const first = `${year}-${month ?? '01'}-01`;
  const last = `${year}-${month ?? '12'}-${new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate()}`;
  const name = location.path.at(-1);
  const fix = name === 'date' ? `earliest: ${first} and latest: ${last}` : name === 'latest' ? last : first;
  return `is a ${month ? 'month' : 'year'}, not a day: write ${fix}`;
}

/** YAML reads `Null` and `~` as empty too. */
function emptyReason({ source }: Location): string {
  if (!source) return 'is empty: fill it or remove it';
  return `is empty, because YAML reads ${source} as no value: put it in quotation marks if it is a text, or remove it`;
}

function reason(issue: z.core.$ZodIssue, found: unknown, location: Location): string {
  if (found === null) return emptyReason(location);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const hint = didYouMean(String(found), values);
    return `cannot be "${found}"${hint ? `${hint} Accepted` : ': accepted'} are ${values.join(', ')}`;
  }
  if (issue.code === 'invalid_type') {
    const quoted = issue.expected === 'string' && typeof found !== 'object' ? ': put it in quotation marks' : '';
    if (typeof found === 'number' && (issue.expected === 'int' || issue.expected === 'number'))
      return 'must be a whole number';
    return `must be ${NOUNS[issue.expected] ?? issue.expected}, not ${nounOf(found)}${quoted}`;
  }
  return issue.message;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
};

function nounOf(value: unknown): string {
  if (value instanceof Date) return 'a date';
  return NOUNS[Array.isArray(value) ? 'array' : typeof value] ?? 'this';
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `entry ${last + 1} of "${path.at(-2) ?? ''}"` : `"${last}"`;
}

function step(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
}

// The part of a shape at a path.
function shapeAt(shape: unknown, path: Path): z.ZodType | undefined {
  let at: unknown = unwrap(shape);
  for (const key of path) {
    if (at instanceof z.ZodObject) at = unwrap(at.shape[key]);
    else if (at instanceof z.ZodArray) at = unwrap(at.element);
    else if (at instanceof z.ZodRecord) at = unwrap(at.valueType);
  }
  return at instanceof z.ZodType ? at : undefined;
}

function unwrap(shape: unknown): unknown {
  return shape instanceof z.ZodOptional ? unwrap(shape.unwrap()) : shape;
}
