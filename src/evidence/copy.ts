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

export interface Copies {
  readonly copies: readonly Copy[];
  /** A line for each file that could not be taken for a copy, with the reason. */
  readonly unreadable: readonly string[];
}

/** Reads every `.txt` file of a folder, in the order of their names. */
export async function readCopies(dir: string): Promise<Copies> {
  const names = await readdir(dir).catch((error: unknown) => {
    throw new Failure('TEXTS_UNREADABLE', `The folder of texts ${dir} cannot be read: ${reasonOf(error)}.`, {
      cause: error,
    });
  });
  const copies: Copy[] = [];
  const unreadable: string[] = [];
  for (const file of names.filter((name) => name.endsWith('.txt')).sort()) {
    const path = join(dir, file);
    const bytes = await readBytes(path).catch((error: unknown) => reasonOf(error));
    if (typeof bytes === 'string') unreadable.push(`${path} cannot be read: ${bytes}`);
    else if (!isUtf8(bytes)) unreadable.push(`${path} is not UTF-8: offsets need the text as it was`);
    else {
      const text = bytes.toString('utf8');
      copies.push({ file, text: new CodePointText(text), sha256: sha256(text) });
    }
  }
  return { copies, unreadable };
}
