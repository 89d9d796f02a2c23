import { expect, test } from 'vitest';
import { type EnumName, enums, type Model, type ModelName, models } from '../../src/model/model.ts';
import { samples } from '../support/samples.ts';
import { randomDataset } from './dataset.ts';
import { World } from './world.ts';

/** Tables that an import writes on its own: the test's database has some rows of its own. */
const REVISIONS: readonly ModelName[] = ['Revision', 'RevisionFile', 'RevisionChange'];

test('every table, column, null, enum value and relation occurs in random rows', { timeout: 120_000 }, () => {
  const missing = new Set(possible());
  for (const dataset of samples(randomDataset, 300)) {
    if (missing.size === 0) break;
    const world = new World(dataset);
    for (const { name, table, columns, relations } of Object.values(models)) {
      for (const row of dataset[table] ?? []) {
        missing.delete(`${name}: no rows`);
        for (const [column, { type }] of Object.entries(columns)) {
          const value = row[column] ?? null;
          if (Array.isArray(value))
            missing.delete(`${name}.${column}: ${value.length > 0 ? 'never filled' : 'never empty'}`);
          else if (value === null) missing.delete(`${name}.${column}: never null`);
          else missing.delete(`${name}.${column}: never filled`);
          if (type === 'Enum' || type === 'Boolean') missing.delete(`${name}.${column}: never ${value}`);
        }
      }
      if (models[name].link) continue;
      for (const entity of world.all(name))
        for (const relation of Object.keys(relations))
          for (const { typename } of world.many(entity, relation))
            missing.delete(`${name}.${relation}: never ${typename}`);
    }
  }
  expect([...missing]).toEqual([]);
});

function possible(): string[] {
  return Object.values(models)
    .filter(({ name }) => !REVISIONS.includes(name))
    .flatMap(({ name, link, columns, relations, supertype }) => [
      `${name}: no rows`,
      ...Object.entries(columns).flatMap(([column, { type, enum: of, nullable, list }]) => [
        `${name}.${column}: never filled`,
        ...(list ? [`${name}.${column}: never empty`] : []),
        ...(nullable ? [`${name}.${column}: never null`] : []),
        ...(of ? valuesOf(of, supertype, column) : []).map((value) => `${name}.${column}: never ${value}`),
        ...(type === 'Boolean' ? [true, false] : []).map((value) => `${name}.${column}: never ${value}`),
      ]),
      ...(link ? [] : Object.entries(relations)).flatMap(([relation, { model }]) =>
        subtypesOf(model).map((subtype) => `${name}.${relation}: never ${subtype}`),
      ),
    ]);
}

/** The values of an enum in a column: in the type column of a subtype there is only one. */
function valuesOf(name: EnumName, supertype: Model['supertype'], column: string): readonly string[] {
  return column === supertype?.typeColumn ? [supertype.type] : Object.keys(enums[name].values);
}

function subtypesOf(name: ModelName): readonly ModelName[] {
  const subtypes = Object.values(models).filter(({ supertype }) => supertype?.model === name);
  return subtypes.length > 0 ? subtypes.map((subtype) => subtype.name) : [name];
}
