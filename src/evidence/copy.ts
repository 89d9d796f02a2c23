import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Database } from '../db/database.ts';
import { Failure } from '../failure.ts';
import { CodePointText } from '../text/code-point.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';
import { sha256 } from '../text/sha256.ts';

/** Somebody's own copy of an article's text, or any other text that lies beside it. */
export interface TextFile {
  /** Path within the folder. */
  readonly file: string;
  /** The text as it is, to the byte order mark. */
  readonly text: string;
  /** Of the file's bytes. */
  readonly sha256: string;
}

/** A file that can be no article's text. */
export interface PassedOver {
  readonly file: string;
  /** Path and reason, in one line. */
  readonly reason: string;
}

/** Somebody's own copy of an article's text. */
export interface Copy {
  /** Path of the file within its folder, or `loaded text`. */
  readonly file: string;
  readonly text: CodePointText;
  /** Of the text's bytes. */
  readonly sha256: string;
}

export interface Copies {
  readonly copies: readonly Copy[];
  /** A line for each file that could not be taken for a copy, with the reason. */
  readonly unreadable: readonly string[];
}

/** In bytes: no article is longer. */
const LONGEST = 2 ** 20;

/**
 * Reads a folder with all that is in its folders, one file at a time, in the order of their names, whatever they are
 * called; what begins with a dot is left out. Throws a Failure when the folder itself cannot be read.
 */
export async function* readTexts(dir: string): AsyncGenerator<TextFile | PassedOver> {
  for (const file of await filesIn(dir)) {
    const path = join(dir, file);
    const bytes = await bytesOf(path).catch((error: unknown) => `cannot be read: ${reasonOf(error)}`);
    if (typeof bytes === 'string') yield { file, reason: `${path} ${bytes}` };
    else yield { file, text: bytes.toString('utf8'), sha256: sha256(bytes) };
  }
}

async function filesIn(dir: string): Promise<readonly string[]> {
  const entries: Dirent[] = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new Failure('TEXTS_UNREADABLE', `The folder of texts ${dir} cannot be read: ${reasonOf(error)}.`, {
      cause: error,
    });
  });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(sep).some((part) => part.startsWith('.')))
    .sort();
}

/** The bytes of a text, or in words why the file is none. */
async function bytesOf(path: string): Promise<Buffer | string> {
  const { size } = await stat(path);
  if (size > LONGEST) return `is no article: it has ${size.toLocaleString('en')} bytes, more than a megabyte`;
  const bytes = await readBytes(path);
  if (!isUtf8(bytes)) return 'is not UTF-8: offsets need the text as it was';
  return bytes.includes(0) ? 'is no text: it holds the character U+0000 (NUL)' : bytes;
}

/** All texts of a folder. */
export async function readCopies(dir: string): Promise<Copies> {
  const copies: Copy[] = [];
  const unreadable: string[] = [];
  for await (const file of readTexts(dir)) {
    if ('reason' in file) unreadable.push(file.reason);
    else copies.push({ ...file, text: new CodePointText(file.text) });
  }
  return { copies, unreadable };
}

/** The texts that were loaded into the database. */
export async function loadedCopies(db: Database): Promise<Copies> {
  const query = { text: 'SELECT "sha256", "body" FROM "ArticleText"', values: [] };
  const texts = await db.query<{ sha256: string; body: string }>(query);
  const copies = texts.map(({ sha256, body }) => ({ file: 'loaded text', sha256, text: new CodePointText(body) }));
  return { copies, unreadable: [] };
}
