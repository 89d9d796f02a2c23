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
    return [{ path, problem: location.at(...path).problem(`${nameOf(path)} ${reason(issue, found)}`) }];
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

function reason(issue: z.core.$ZodIssue, found: unknown): string {
  if (found === null) return 'is empty: fill it or remove it';
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const hint = didYouMean(String(found), values);
    return `cannot be "${found}"${hint ? `${hint} Accepted` : ': accepted'} are ${values.join(', ')}`;
  }
  if (issue.code === 'invalid_type') {
    const quoted = issue.expected === 'string' && typeof found !== 'object' ? ': put it in quotation marks' : '';
    if (issue.expected === 'int' && typeof found === 'number') return 'must be a whole number';
    return `must be ${NOUNS[issue.expected] ?? issue.expected}, not ${nounOf(found)}${quoted}`;
  }
  if (issue.code === 'invalid_union') return `must be a number, not ${nounOf(found)}`;
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
