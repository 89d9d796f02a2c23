import { readFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';

/** The text of a UTF-8 file as it is, to the byte order mark: offsets count from its first code point. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : (error.code ?? String(error));
    throw new Failure('UNREADABLE', `${path} cannot be read: ${reason}.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure('NOT_UTF8', `${path} is not UTF-8: save it as UTF-8.`);
  }
}
