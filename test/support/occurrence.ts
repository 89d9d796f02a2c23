import { z } from 'zod';

/** Instead of a value: everything that the shape accepts. */
const ANYTHING = Symbol('anything');

/** Everything that can occur in values of a shape. */
export function possibleOccurrences(shape: z.ZodType, path: string): Generator<string> {
  return occurrences(shape, path, ANYTHING);
}

/**
 * What occurs in a value: its fields, optional fields that are left out, values of enums. For example
 * `people.*.name: string`, `people.*.aliases left out` and `people.*.aliases[].kind = SHORT`.
 */
export function* occurrences(shape: z.ZodType, path: string, value: unknown): Generator<string> {
  const any = value === ANYTHING;
  if (shape instanceof z.ZodOptional) {
    if (any || value === undefined) yield `${path} left out`;
    if (value !== undefined) yield* occurrences(shape.unwrap() as z.ZodType, path, value);
  } else if (shape instanceof z.ZodObject) {
    yield `${path}: object`;
    for (const [field, of] of Object.entries(shape.shape as Readonly<Record<string, z.ZodType>>)) {
      yield* occurrences(of, `${path}.${field}`, any ? ANYTHING : (value as Readonly<Record<string, unknown>>)[field]);
    }
  } else if (shape instanceof z.ZodRecord) {
    const entries = any ? [ANYTHING] : Object.values(value as object);
    for (const entry of entries) yield* occurrences(shape.valueType as z.ZodType, `${path}.*`, entry);
  } else if (shape instanceof z.ZodArray) {
    const elements = any ? [ANYTHING] : (value as unknown[]);
    if (elements.length > 0) yield `${path}: array`;
    for (const element of elements) yield* occurrences(shape.element as z.ZodType, `${path}[]`, element);
  } else if (shape instanceof z.ZodUnion) {
    const options = (shape.options as z.ZodType[]).filter((option) => any || option.safeParse(value).success);
    for (const option of options) yield* occurrences(option, path, value);
  } else if (shape instanceof z.ZodEnum || shape instanceof z.ZodBoolean) {
    const options = shape instanceof z.ZodEnum ? shape.options : [true, false];
    for (const option of any ? options : [value]) yield `${path} = ${option}`;
  } else {
    yield `${path}: ${shape.type}`;
  }
}

/** The paths of the fields that have a value. */
export function filledFields(occurrences: Iterable<string>): ReadonlySet<string> {
  return new Set([...occurrences].flatMap((one) => (one.endsWith(' left out') ? [] : one.replace(/(:| =).*$/, ''))));
}
