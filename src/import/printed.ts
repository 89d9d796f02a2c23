import type { Printed } from '../evidence/printed.ts';
import type { Path } from '../text/yaml-file.ts';
import { documents, head, lists, maps, registers } from './entities.ts';
import type { Entity } from './entity.ts';
import { textsAt, writtenFields } from './words.ts';

/** A field whose words are printed: `path` leads to it within an entry. */
export interface PrintedField {
  readonly entity: Entity;
  readonly path: readonly string[];
  readonly place: Printed['place'];
}

/** All fields of the dataset's files that hold printed words. */
export const printedFields: readonly PrintedField[] = [
  ...new Set([head, ...[maps, lists, registers, documents].flatMap((group) => Object.values(group))]),
].flatMap((entity) =>
  writtenFields(entity.shape).flatMap(({ path, words }) =>
    words === undefined || words === 'ours' || path[0] === 'span' ? [] : [{ entity, path, place: words }],
  ),
);

/** The printed words of one entry, with `at` before their paths. Fields that do not fit the entry's shape are skipped. */
export function printedWords(entity: Entity, value: unknown, at: Path = []): readonly Printed[] {
  const { span, rendering, zone } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const { start, end } = (span ?? {}) as Readonly<Record<string, unknown>>;
  const isAnchored = typeof start === 'number' && typeof end === 'number' && start < end;
  const isQuoted = entity.model === 'Wording' && (rendering === 'QUOTED' || rendering === 'ECHO');
  return printedFields
    .filter((field) => field.entity === entity)
    .flatMap(({ path, place }) =>
      textsAt(value, path, at).map(([found, words]) => ({
        path: found,
        words,
        place,
        span: isAnchored ? { start, end } : null,
        quoted: isQuoted && path.length === 1 && path[0] === 'text',
        apart: zone === 'PULL_QUOTE',
      })),
    );
}

/** The printed words of an article file, given as plain data. */
export function printedInArticle(data: unknown): readonly Printed[] {
  const inside = Object.entries({ ...maps, ...lists }).flatMap(([name, entity]) => {
    const entries = ((data ?? {}) as Readonly<Record<string, unknown>>)[name];
    if (typeof entries !== 'object' || entries === null) return [];
    return Object.entries(entries).flatMap(([key, value]) =>
      printedWords(entity, value, [name, Array.isArray(entries) ? Number(key) : key]),
    );
  });
  return [...printedWords(head, data), ...inside];
}
