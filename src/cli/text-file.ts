import { access, chmod, constants, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { decodeUtf8 } from '../text/decode.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';

/** The exact text of a UTF-8 file. A byte order mark is kept, since offsets count all code points. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readBytes(path).catch((error: unknown) => {
    throw new Failure('UNREADABLE', `${path} cannot be read: ${reasonOf(error)}.`);
  });
  return decoded(bytes, path);
}

/** All of standard input as text. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return decoded(Buffer.concat(chunks), 'Standard input');
}

function decoded(bytes: Buffer, path: string): string {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') throw new Failure('NOT_UTF8', `${path} ${text.reason}: save it as UTF-8.`);
  return text;
}

/**
 * Writes a file, and creates its folder if needed. The write is atomic: if the program is killed, the file has the old
 * text or the new one. Errors from the source of the text are rethrown unchanged.
 */
export async function writeTextFile(path: string, text: string | AsyncIterable<string>): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replace(await realpath(path).catch(() => path), text);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Failure('UNWRITABLE', `${path} cannot be written: ${reasonOf(error)}.`);
  }
}

async function replace(path: string, text: string | AsyncIterable<string>): Promise<void> {
  // If the process is killed, the draft stays. Imports ignore it, because its name starts with a dot.
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  const old = await stat(path).catch(() => null);
  if (old) await access(path, constants.W_OK);
  try {
    await writeFile(draft, text, { flush: true });
    if (old) await chmod(draft, old.mode);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
