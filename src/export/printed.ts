import type { Database, TransactionClient } from '../db/database.ts';
import type { Printed } from '../evidence/printed.ts';
import { head, registers } from '../import/entities.ts';
import { printedFields, printedInArticle, printedWords } from '../import/printed.ts';
import { StoredContext } from '../import/stored-context.ts';
import { ARTICLES, articleFields, ENTRIES, inArticle } from './dataset.ts';
import { batches } from './reader.ts';

/** The printed words in the dataset of a database, by file: `articles/<slug>.yaml` or `<register>.yaml`. */
export function storedPrinted(database: Database): Promise<ReadonlyMap<string, readonly Printed[]>> {
  return database.write((client) => readPrinted(client));
}

async function readPrinted(client: TransactionClient): Promise<ReadonlyMap<string, readonly Printed[]>> {
  const printed = new Map<string, readonly Printed[]>();
  for await (const { entries, rows } of batches(client, head, { size: ARTICLES, within: inArticle })) {
    for (const article of entries) {
      const fields = Object.fromEntries(articleFields(article.id, new StoredContext(rows, article)));
      printed.set(`articles/${article.slug}.yaml`, printedInArticle(fields));
    }
  }
  for (const [name, entity] of Object.entries(registers)) {
    if (!printedFields.some((field) => field.entity === entity)) continue;
    const words: Printed[] = [];
    for await (const { entries, rows } of batches(client, entity, { size: ENTRIES })) {
      const context = new StoredContext(rows, null);
      for (const { id, slug } of entries) words.push(...printedWords(entity, entity.entry(id, context), [slug]));
    }
    printed.set(`${name}.yaml`, words);
  }
  return printed;
}
