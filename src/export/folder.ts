import { appendFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Database } from '../db/database.ts';
import { Failure } from '../failure.ts';
import { reasonOf } from '../text/read-file.ts';
import { type ExportResult, writeDataset } from './dataset.ts';

/**
 * Exports a database to a dataset folder, from which an import makes equal rows. A new folder appears when it is
 * complete. In a folder that is not empty (`force`), each file is replaced atomically and nothing is deleted; articles in
 * it that the database does not have are a Failure, since an import would add them.
 */
export async function exportFolder(
  database: Database,
  dir: string,
  { force, onProgress }: { readonly force: boolean; readonly onProgress?: (done: number, total: number) => void },
): Promise<ExportResult> {
  try {
    const there = await list(dir);
    if (there && there.length > 0 && !force) throw notEmpty(dir);
    return await replace(dir, { exists: there !== null, write: (draft) => writeDraft(database, draft, onProgress) });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Failure('UNWRITABLE', `${dir} cannot be written: ${reasonOf(error)}.`);
  }
}

/** Lets `write` fill a hidden folder, which an import ignores, and then moves the files into `dir`. */
async function replace<T>(
  dir: string,
  { exists, write }: { exists: boolean; write: (draft: string) => Promise<T> },
): Promise<T> {
  const target = resolve(dir);
  const draft = exists
    ? join(target, '.onrecord-export')
    : join(dirname(target), `.${basename(target)}.onrecord-export`);
  try {
    // A killed process may have left one.
    await rm(draft, { recursive: true, force: true });
    const result = await write(draft);
    if (exists) await moveInto(dir, draft);
    else await rename(draft, target);
    return result;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function writeDraft(
  database: Database,
  draft: string,
  onProgress: Parameters<typeof writeDataset>[2],
): Promise<ExportResult> {
  const made = new Set<string>();
  const write = async (path: string, text: string) => {
    const file = join(draft, path);
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    made.add(dirname(file));
    await appendFile(file, text);
  };
  return database.write((client) => writeDataset(client, write, onProgress));
}

async function moveInto(dir: string, draft: string): Promise<void> {
  const written = new Set(await readdir(join(draft, 'articles')).catch(() => []));
  const others = (await list(join(dir, 'articles'))) ?? [];
  const unknown = others.filter((name) => name.endsWith('.yaml') && !written.has(name));
  if (unknown.length > 0) throw unknownArticles(unknown.map((name) => join(dir, 'articles', name)));
  for (const entry of await readdir(draft, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(dir, relative(draft, from));
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  }
}

/** The names in a folder; null if the folder does not exist. */
async function list(dir: string): Promise<string[] | null> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function notEmpty(dir: string): Failure {
  return new Failure(
    'NOT_EMPTY',
    `${dir} is not empty: choose a new folder, or add --force to overwrite the dataset in it.`,
  );
}

function unknownArticles(files: readonly string[]): Failure {
  const some = files.slice(0, 5).join(', ');
  const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
  return new Failure(
    'UNKNOWN_ARTICLES',
    `The database does not have ${some}${more}: move them away, or import the folder first. Nothing was written.`,
  );
}
