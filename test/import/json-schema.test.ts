import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/import/json-schema.ts';

const folder = new URL('../../seeds/schema/', import.meta.url);

test('the committed JSON Schemas are those of the shapes (onrecord schema --seeds writes them)', async () => {
  const schemas = jsonSchemas();
  expect((await readdir(folder)).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, text] of schemas) expect(await readFile(new URL(name, folder), 'utf8')).toBe(text);
});

test('every field of an article file has a description', () => {
  const schema = JSON.parse(jsonSchemas().get('article.schema.json') ?? '');
  const undescribed = Object.entries<{ description?: string }>(schema.properties).filter(
    ([, { description }]) => !description,
  );
  expect(undescribed.map(([name]) => name)).toEqual([]);
  const wording = Object.entries<{ description?: string }>(schema.properties.wordings.items.properties);
  expect(wording.filter(([, { description }]) => !description).map(([name]) => name)).toEqual([]);
});
