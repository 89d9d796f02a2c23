import { z } from 'zod';
import type { Place } from '../evidence/printed.ts';
import type { Path } from '../text/yaml-file.ts';

/** Whose words a text has: `ours`, or an article's, and then where the article must print them. */
export type Words = 'ours' | Place;

const registry = z.registry<{ readonly words: Words }>();

/** Records whose words the values of a shape are. */
export function written<Shape extends z.ZodType>(shape: Shape, words: Words): Shape {
  registry.add(shape, { words });
  return shape;
}

export interface WrittenField {
  /** Names of fields; `*` for every item of a list. */
  readonly path: readonly string[];
  /** Undefined for strings that are not free text: slugs, enum values, dates, checksums. */
  readonly words: Words | undefined;
  readonly shape: z.ZodType;
}

/** Every string that the values of a shape may contain. */
export function writtenFields(shape: z.ZodType, path: readonly string[] = []): readonly WrittenField[] {
  const words = registry.get(shape)?.words;
  if (words !== undefined) return [{ path, words, shape }];
  if (shape instanceof z.ZodObject) {
    return Object.entries(shape.shape).flatMap(([name, inner]) => writtenFields(inner as z.ZodType, [...path, name]));
  }
  if (shape instanceof z.ZodOptional) return writtenFields(shape.unwrap() as z.ZodType, path);
  if (shape instanceof z.ZodArray) return writtenFields(shape.element as z.ZodType, [...path, '*']);
  if (shape instanceof z.ZodTuple)
    return shape.def.items.flatMap((one) => writtenFields(one as z.ZodType, [...path, '*']));
  if (shape instanceof z.ZodUnion) return shape.options.flatMap((one) => writtenFields(one as z.ZodType, path));
  if (shape instanceof z.ZodRecord) return writtenFields(shape.valueType as z.ZodType, [...path, '*']);
  if (shape instanceof z.ZodString || shape instanceof z.ZodStringFormat) return [{ path, words: undefined, shape }];
  if ([z.ZodEnum, z.ZodBoolean, z.ZodNumber].some((kind) => shape instanceof kind)) return [];
  throw new Error(`${path.join('.')} has a shape of an unknown kind.`);
}

/** The texts at the path of a field, with their own paths; skips values that do not fit the shape. */
export function textsAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  path: Path = [],
): readonly [Path, string][] {
  if (step === undefined) return typeof value === 'string' ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (step !== '*') return textsAt((value as Record<string, unknown>)[step], rest, [...path, step]);
  return Object.entries(value).flatMap(([key, inner]) =>
    textsAt(inner, rest, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
