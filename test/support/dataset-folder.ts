import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterFile } from './clean-up.ts';

/** The invented dataset and its texts. */
export const fixtures = new URL('../fixtures/', import.meta.url).pathname;

/** A change to one file: text to replace, or the whole new content; null removes the file. */
export type FileChange = readonly [from: string, to: string] | string | Uint8Array | null;

/** A copy of the invented dataset with some files changed, removed after the file's tests. */
export function datasetFolder(changes: Readonly<Record<string, FileChange>> = {}): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'onrecord-dataset-')), 'seeds');
  afterFile(() => rmSync(join(dir, '..'), { recursive: true, force: true }));
  cpSync(join(fixtures, 'dataset'), dir, { recursive: true });
  for (const [name, change] of Object.entries(changes)) changeFile(join(dir, name), change);
  return dir;
}

export function changeFile(path: string, change: FileChange): void {
  if (change === null) rmSync(path, { recursive: true });
  else if (typeof change === 'string' || change instanceof Uint8Array) writeFileSync(path, change);
  else {
    const text = readFileSync(path, 'utf8');
    if (!text.includes(change[0])) throw new Error(`${path} does not contain ${change[0]}`);
    writeFileSync(
      path,
      text.replace(change[0], () => change[1]),
    );
  }
}
