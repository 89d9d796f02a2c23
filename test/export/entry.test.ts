import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { documents, head, lists, maps, registers } from '../../src/import/entities.ts';
import type { Entity } from '../../src/import/entity.ts';
import { articleFile, documentFiles, registerFiles } from '../../src/import/file-shape.ts';
import { rowKey } from '../../src/import/row.ts';
import type { Rows } from '../../src/import/rows.ts';
import { type ModelName, models } from '../../src/model/model.ts';
import { type Files, filesOf, rowsOf } from '../support/files-in-memory.ts';
import { filledFields, occurrences, possibleOccurrences } from '../support/occurrence.ts';
import { fileText, randomDataset } from '../support/random-dataset.ts';
import { HOUR, runs } from '../support/runs.ts';
import { samples } from '../support/samples.ts';

/** The entities by the path of their entries in the files. */
const entities: Readonly<Record<string, Entity>> = Object.fromEntries([
  ...Object.entries(registers).map(([name, entity]) => [`${name}.*`, entity]),
  ...Object.entries(maps).map(([field, entity]) => [`article.${field}.*`, entity]),
  ...Object.entries(lists).map(([field, entity]) => [`article.${field}[]`, entity]),
  ...Object.entries(documents),
  ['article', head],
]);

/**
 * Fields that an import does not keep: the words of a span without offsets, the checksum of a mention, and the short form
 * of accounts.
 */
const NOT_KEPT =
  /\.span\.(text|nth)$|^article\.mentions\[\]\.span\.sha256$|^disagreements\.\*\.(assertions|wordings)(\[\])?$/;

const fields = Object.entries(entities).flatMap(([path, { shape }]) =>
  [...filledFields(possibleOccurrences(shape, path))].filter((field) => !NOT_KEPT.test(field)),
);

/** Rows, and the fields that an export of them fills. */
interface Exported {
  readonly rows: Rows;
  readonly filled: ReadonlySet<string>;
}

describe('an export loses no field:', () => {
  const exported: Exported[] = [];

  test('importing an export makes the same rows, until every field has been exported', {
    timeout: 300_000,
  }, async () => {
    const missing = new Set(fields);
    for (const dataset of samples(randomDataset, 60)) {
      if (missing.size === 0) break;
      const texts = Object.entries(dataset).map(([path, content]) => [path, fileText(content)]);
      const rows = rowsOf(Object.fromEntries(texts));
      const files = await filesOf(rows);
      expect(rowsByKey(rowsOf(files))).toEqual(rowsByKey(rows));
      const filled = filledIn(files);
      exported.push({ rows, filled });
      for (const field of filled) missing.delete(field);
    }
    expect([...missing]).toEqual([]);
  });

  test('this test fails for an entity that writes null for a field', { timeout: HOUR }, async () => {
    const survivors: string[] = [];
    // A few in each run, all of them in a deep run.
    for (const field of fields.filter((_, i) => i % runs(60, 1) === 0)) {
      const restore = lose(field);
      const candidates = exported.filter(({ filled }) => filled.has(field));
      let noticed = false;
      for (const { rows } of candidates) noticed ||= !(await comesBack(rows));
      restore();
      if (!noticed) survivors.push(field);
    }
    expect(survivors).toEqual([]);
  });
});

function rowsByKey(rows: Rows): unknown {
  const names = Object.keys(models) as ModelName[];
  return Object.fromEntries(
    names.map((name) => [name, Object.fromEntries(rows.all(name).map((row) => [rowKey(name, row), row]))]),
  );
}

async function comesBack(rows: Rows): Promise<boolean> {
  try {
    return isDeepStrictEqual(rowsByKey(rowsOf(await filesOf(rows))), rowsByKey(rows));
  } catch {
    return false;
  }
}

function filledIn(files: Files): ReadonlySet<string> {
  const found = Object.entries(files).flatMap(([path, text]) => {
    const name = path.startsWith('articles/') ? 'article' : path.replace('.yaml', '');
    const shape = registerFiles[name] ?? documentFiles[name] ?? articleFile;
    return [...occurrences(shape, name, parse(text))];
  });
  return filledFields(found);
}

/** Makes exports write null for a field; returns a function that undoes it. */
function lose(field: string): () => void {
  const [path = '', entity] = Object.entries(entities).find(([path]) => field.startsWith(path)) ?? [];
  if (!entity) throw new Error(`${field} is in no entity`);
  const { entry } = entity;
  entity.entry = (id, scope) => without(entry(id, scope), field.slice(path.length).match(/\w+|\[\]/g) ?? []);
  return () => {
    entity.entry = entry;
  };
}

/** The value with null at the path. */
function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined || value === null || value === undefined) return null;
  if (step === '[]') return (value as unknown[]).map((element) => without(element, rest));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [step]: without(fields[step], rest) };
}
