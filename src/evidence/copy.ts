import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Database } from '../db/database.ts';
import { Failure } from '../failure.ts';
import { CodePointText } from '../text/code-point.ts';
import { decodeUtf8 } from '../text/decode.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';
import { sha256 } from '../text/sha256.ts';

/** A text file in the user's folder: a copy of an article, or any other text. */
export interface TextFile {
  /** Path within the folder. */
  readonly file: string;
  /** The text unchanged, including a byte order mark. */
  readonly text: string;
  /** The checksum of the file's bytes. */
  readonly sha256: string;
}

/** A file that cannot be an article's text. */
export interface PassedOver {
  readonly file: string;
  /** Path and reason, in one line. */
  readonly reason: string;
}

/** The user's copy of an article. */
export interface Copy {
  /** Path of the file within its folder, or `loaded text`. */
  readonly file: string;
  readonly text: CodePointText;
  /** The checksum of the text's bytes. */
  readonly sha256: string;
}

export interface Copies {
  readonly copies: readonly Copy[];
  /** One line for each skipped file, with the reason. */
  readonly unreadable: readonly string[];
}

/** The maximum size of a file in bytes; larger files are skipped. */
const MAX_SIZE = 2 ** 20;

/**
 * Reads all files in a folder and its subfolders, one at a time, sorted by path, with any name; skips names that
 * begin with a dot. Throws a Failure if the folder itself cannot be read.
 */
export async function* readTexts(dir: string): AsyncGenerator<TextFile | PassedOver> {
  for (const file of await filesIn(dir)) {
    const path = join(dir, file);
    const found = await textOf(path).catch((error: unknown) => ({ reason: `cannot be read: ${reasonOf(error)}` }));
    if ('reason' in found) yield { file, reason: `${path} ${found.reason}` };
    else yield { file, ...found };
  }
}

async function filesIn(dir: string): Promise<readonly string[]> {
  const entries: Dirent[] = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new Failure('TEXTS_UNREADABLE', `Cannot read the folder of texts ${dir}: ${reasonOf(error)}.`, {
      cause: error,
    });
  });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(sep).some((part) => part.startsWith('.')))
    .sort();
}

/** A text with the checksum of its bytes, or the reason why the file is not a text. */
async function textOf(path: string): Promise<{ text: string; sha256: string } | { reason: string }> {
  const { size } = await stat(path);
  if (size > MAX_SIZE) {
    const [is, limit] = [size, MAX_SIZE].map((bytes) => bytes.toLocaleString('en'));
    return { reason: `is too large for an article: ${is} bytes, the limit is ${limit}` };
  }
  const bytes = await readBytes(path);
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return { reason: `${text.reason}: save the unchanged text as UTF-8` };
  if (text.includes('\0')) return { reason: 'is not a text file: it contains the character U+0000 (NUL)' };
  return { text, sha256: sha256(bytes) };
}

/** Reads all texts in a folder. */
export async function readCopies(dir: string): Promise<Copies> {
  const copies: Copy[] = [];
  const unreadable: string[] = [];
  for await (const file of readTexts(dir)) {
    if ('reason' in file) unreadable.push(file.reason);
    else copies.push({ ...file, text: new CodePointText(file.text) });
  }
  return { copies, unreadable };
}

/** The texts loaded into the database. */
export async function loadedCopies(db: Database): Promise<Copies> {
  const query = { text: 'SELECT DISTINCT ON ("sha256") "sha256", "body" FROM "ArticleText"', values: [] };
  const texts = await db.query<{ sha256: string; body: string }>(query);
  const copies = texts.map(({ sha256, body }) => ({ file: 'loaded text', sha256, text: new CodePointText(body) }));
  return { copies, unreadable: [] };
}
