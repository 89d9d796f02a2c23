import type { TransactionClient } from '../db/database.ts';
import { documents, head, lists, maps, registers } from '../import/entities.ts';
import type { Entity } from '../import/entity.ts';
import { jsonSchemas } from '../import/json-schema.ts';
import { StoredContext } from '../import/stored-context.ts';
import { delegate } from '../import/stored-row.ts';
import type { ModelName } from '../model/model.ts';
import { fileText, type Value } from './layout.ts';
import { batches } from './reader.ts';

export interface ExportResult {
  /** How many entries of each model were written. */
  readonly counts: Readonly<Partial<Record<ModelName, number>>>;
}

/** Appends a text to the file at a path. */
export type Write = (path: string, text: string) => Promise<void>;

/** How many entries of a register, and how many articles, are in memory at the same time. */
export const ENTRIES = 1_000;
export const ARTICLES = 20;

/**
 * Turns the rows of a database into the files of a dataset folder, the inverse of the import. Leaves out what the import
 * derives. `onProgress` gets the number of articles written and the number of all articles.
 */
export async function writeDataset(
  client: TransactionClient,
  write: Write,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ExportResult> {
  const counts = new Map<ModelName, number>();
  const count = (model: ModelName, more: number) => void counts.set(model, (counts.get(model) ?? 0) + more);
  for (const [name, text] of jsonSchemas()) await write(`schema/${name}`, text);
  for (const [name, entity] of Object.entries(registers)) {
    const path = `${name}.yaml`;
    await write(path, headOf(`schema/${name}`));
    for await (const { entries, rows } of batches(client, entity, { size: ENTRIES })) {
      const context = new StoredContext(rows, null);
      await write(
        path,
        fileText(
          entries.map(({ id, slug }) => [slug, entity.entry(id, context) as Value]),
          'register',
        ),
      );
      count(entity.model, entries.length);
    }
    if (!counts.has(entity.model)) await write(path, '{}\n');
  }
  for (const [name, entity] of Object.entries(documents)) {
    for await (const { entries, rows } of batches(client, entity, { size: 1 })) {
      const context = new StoredContext(rows, null);
      for (const { id } of entries) {
        const fields = Object.entries(entity.entry(id, context) as Record<string, Value>);
        await write(`${name}.yaml`, headOf(`schema/${name}`) + fileText(fields, 'article'));
      }
      count(entity.model, entries.length);
    }
  }
  const total = await delegate(client, head.model).count();
  for await (const { entries, rows } of batches(client, head, { size: ARTICLES, within: inArticle })) {
    for (const article of entries) {
      const context = new StoredContext(rows, article);
      for (const { model } of inArticle) count(model, context.list(model).length);
      const text = fileText(articleFields(article.id, context), 'article');
      await write(`articles/${article.slug}.yaml`, headOf('../schema/article') + text);
    }
    count(head.model, entries.length);
    onProgress(counts.get(head.model) ?? 0, total);
  }
  return { counts: Object.fromEntries(counts) };
}

/** The kinds of entries in an article file. */
export const inArticle = [...Object.values(maps), ...Object.values(lists)];

function headOf(schema: string): string {
  return `# yaml-language-server: $schema=${schema}.schema.json\n\n`;
}

/** The fields of an article file. */
export function articleFields(id: string, context: StoredContext): [string, Value][] {
  const entriesOf = ({ model, entry }: Entity) =>
    context.list(model).map((one) => [one, entry(one, context) as Value] as const);
  return [
    ...Object.entries(head.entry(id, context) as Record<string, Value>),
    ...Object.entries(maps).map(([field, entity]): [string, Value] => {
      const entries = entriesOf(entity).map(([one, entry]) => [context.key(entity.model, one), entry]);
      return [field, Object.fromEntries(entries)];
    }),
    ...Object.entries(lists).map(([field, entity]): [string, Value] => [
      field,
      entriesOf(entity).map(([, entry]) => entry),
    ]),
  ];
}
