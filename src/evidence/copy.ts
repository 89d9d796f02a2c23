import { isUtf8 } from 'node:buffer';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { CodePointText } from '../text/code-point.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';
import { sha256 } from '../text/sha256.ts';

/** Somebody's own copy of an article's text. */
export interface Copy {
  /** Name of the file within its folder. */
  readonly file: string;
  readonly text: CodePointText;
  /** Of the file's bytes. */
  readonly sha256: string;
}

/** Reads one copy; a file that is not UTF-8 or cannot be read is a Failure. */
async function readCopy(path: string): Promise<string> {
  const bytes = await readBytes(path).catch((error: unknown) => {
    throw new Failure('TEXT_UNREADABLE', `The text ${path} cannot be read: ${reasonOf(error)}.`, { cause: error });
  });
  if (!isUtf8(bytes))
    throw new Failure('TEXT_NOT_UTF8', `The text ${path} is not UTF-8: offsets need the text as it was.`);
  return bytes.toString('utf8');
}

/** Reads every `.txt` file of a folder, in the order of their names. */
export async function readCopies(dir: string): Promise<Copy[]> {
  const names = await readdir(dir).catch((error: unknown) => {
    throw new Failure('TEXTS_UNREADABLE', `The folder of texts ${dir} cannot be read: ${reasonOf(error)}.`, {
      cause: error,
    });
  });
  const copies: Copy[] = [];
  for (const file of names.filter((name) => name.endsWith('.txt')).sort()) {
    const text = await readCopy(join(dir, file));
    copies.push({ file, text: new CodePointText(text), sha256: sha256(text) });
  }
  return copies;
}
