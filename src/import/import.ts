import type { Database } from '../db/database.ts';
import { readTexts } from '../evidence/copy.ts';
import { type ModelName, models } from '../model/model.ts';
import { compareProblems, type Problem } from '../text/problem.ts';
import { checkFiles } from './check.ts';
import { ImportError } from './import-error.ts';
import { type QuoteRepeat, quoteRepeats } from './likely-repeat.ts';
import { lint } from './lint/lint.ts';
import { type ParsedFile, parseFile } from './parse.ts';
import { readFolder } from './read.ts';
import type { Imported } from './revise.ts';
import type { Rows } from './rows.ts';
import { type WriteResult, writeRows } from './write.ts';

export interface CheckResult {
  /** Everything wrong with the folder, ordered by file and location; empty if it can be imported. */
  readonly problems: readonly Problem[];
  /** How many rows of each model its files make. */
  readonly counts: Readonly<Partial<Record<ModelName, number>>>;
  /** What the lints found: not problems, but worth a look. Empty if there are problems. */
  readonly notes: readonly Problem[];
  /** Pairs of quotes that may be the same: not problems, but worth a look. Empty if there are problems. */
  readonly repeats: readonly QuoteRepeat[];
}

export interface ImportResult extends WriteResult {
  /** How many rows of each model the files make. */
  readonly counts: CheckResult['counts'];
}

/** Reads a dataset folder and checks it, without a database. `texts` is a folder with copies of its articles. */
export async function checkFolder(dir: string, texts: string | null = null): Promise<CheckResult> {
  const { problems, rows, files } = await checkedRows(dir);
  const counts = countRows(rows);
  if (problems.length > 0) return { problems, counts, repeats: [], notes: [] };
  const linted = lint(files, texts === null ? null : await textsIn(texts));
  return { ...linted, counts, repeats: linted.problems.length === 0 ? quoteRepeats(rows) : [] };
}

/** The texts in a folder by checksum. */
async function textsIn(dir: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for await (const file of readTexts(dir)) if (!('reason' in file)) texts.set(file.sha256, file.text);
  return texts;
}

/**
 * Makes the database match the dataset folder, in one transaction. If the folder has any problem, throws an
 * ImportError and writes nothing. `onProgress` gets the number of rows written and the number that differ.
 */
export async function importFolder(
  db: Database,
  dir: string,
  { onProgress }: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<ImportResult> {
  const { problems, rows, imported } = await checkedRows(dir);
  if (problems.length > 0) throw new ImportError(problems);
  const written = await writeRows(db, rows, { imported, ...(onProgress && { onProgress }) });
  return { ...written, counts: countRows(rows) };
}

/** The claim keys of a folder, by name. Ignores problems elsewhere in the folder. */
export async function readClaimKeys(dir: string): Promise<readonly { name: string; description: string }[]> {
  const { rows } = await checkedRows(dir);
  return rows.all('ClaimKey').sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function checkedRows(dir: string): Promise<{
  problems: readonly Problem[];
  rows: Rows;
  files: readonly ParsedFile[];
  imported: Imported;
}> {
  const folder = await readFolder(dir);
  const files = folder.files.map(parseFile);
  const checked = checkFiles(files, folder.problems.length === 0);
  const problems = [...folder.problems, ...files.flatMap((file) => file.problems), ...checked.problems];
  return {
    problems: problems.sort(compareProblems),
    rows: checked.rows,
    files,
    imported: { checksum: folder.checksum, files: folder.checksums },
  };
}

function countRows(rows: Rows): CheckResult['counts'] {
  const names = (Object.keys(models) as ModelName[]).filter((model) => rows.count(model) > 0);
  return Object.fromEntries(names.map((model) => [model, rows.count(model)]));
}
