import type { TransactionClient } from '../../src/db/database.ts';
import { writeDataset } from '../../src/export/dataset.ts';
import { checkFiles } from '../../src/import/check.ts';
import { documents } from '../../src/import/entities.ts';
import { parseFile } from '../../src/import/parse.ts';
import type { AnyRow } from '../../src/import/row.ts';
import type { Rows } from '../../src/import/rows.ts';
import { type ModelName, models } from '../../src/model/model.ts';

/** The texts of a dataset's files, by path. */
export type Files = Readonly<Record<string, string>>;

/** The rows that an import makes of files. Throws if a file has a problem. */
export function rowsOf(files: Files): Rows {
  const parsed = Object.entries(files).map(([path, text]) => {
    const name = path.replace(/^articles\/|\.yaml$/g, '');
    const kind = path.startsWith('articles/') ? 'article' : name in documents ? 'document' : 'register';
    return parseFile({ path, name, kind, text });
  });
  const { rows, problems } = checkFiles(parsed, true);
  const [problem] = [...parsed.flatMap((file) => file.problems), ...problems];
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
  return rows;
}

/** The files that an export makes of rows. */
export async function filesOf(rows: Rows): Promise<Files> {
  const files: Record<string, string> = {};
  await writeDataset(clientOf(rows), async (path, text) => {
    if (path.endsWith('.yaml')) files[path] = (files[path] ?? '') + text;
  });
  return files;
}

type Where = Readonly<Record<string, unknown>>;

interface Search {
  readonly where?: Where;
  readonly orderBy?: Readonly<Record<string, 'asc'>>;
  readonly take?: number;
}

/** The part of Prisma's client that an export uses, over rows in memory. */
function clientOf(rows: Rows): TransactionClient {
  const delegate = (model: ModelName) => ({
    count: async () => rows.count(model),
    findMany: async ({ where = {}, orderBy = {}, take }: Search) => {
      const found = (rows.all(model) as AnyRow[]).filter((row) => holds(where, row, { model, rows }));
      const [column = ''] = Object.keys(orderBy);
      return found.sort((a, b) => (String(a[column]) < String(b[column]) ? -1 : 1)).slice(0, take);
    },
  });
  const names = Object.keys(models) as ModelName[];
  const delegates = names.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), delegate(name)]);
  return Object.fromEntries(delegates);
}

function holds(where: Where, row: AnyRow, { model, rows }: { model: ModelName; rows: Rows }): boolean {
  return Object.entries(where).every(([column, condition]) => {
    const above = models[model].supertype?.model;
    if (column === 'supertype' && above) {
      return holds(condition as Where, rows.get(above, String(row.id)) as AnyRow, { model: above, rows });
    }
    const value = row[column] ?? null;
    if (typeof condition !== 'object' || condition === null) return value === condition;
    if ('in' in condition) return (condition.in as unknown[]).includes(value);
    if ('gt' in condition) return String(value) > String(condition.gt);
    throw new Error(`no such condition in memory: ${Object.keys(condition)}`);
  });
}
