import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes the texts that `fill` adds, which have no line breaks, to a temporary file, then yields them in batches. The
 * file is unlinked before it is written, so nothing is left when the process dies.
 */
export async function* spooled(
  fill: (add: (texts: readonly string[]) => Promise<void>) => Promise<void>,
): AsyncGenerator<readonly string[], void> {
  const file = await namelessFile();
  try {
    await fill(async (texts) => void (await file.appendFile(`${texts.join('\n')}\n`)));
    let rest = '';
    for await (const chunk of file.createReadStream({ start: 0, encoding: 'utf8', autoClose: false })) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  } finally {
    await file.close();
  }
}

async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  try {
    return await open(join(folder, 'rows'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
}
