import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeUtf8 } from '../text/decode.ts';
import type { Problem } from '../text/problem.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';
import { sha256 } from '../text/sha256.ts';
import { didYouMean } from '../text/suggest.ts';
import { DOCUMENTS, REGISTERS } from './register.ts';

/** A file of a dataset folder. */
export interface SourceFile {
  /** Path for problems: the folder as the caller named it, and the path within it. */
  readonly path: string;
  /** The name of the register or document, or the slug of the article. */
  readonly name: string;
  readonly kind: 'register' | 'document' | 'article';
  readonly text: string;
}

/** The path of a file within the dataset folder (with slashes), and the SHA-256 of its bytes. */
export interface FileChecksum {
  readonly path: string;
  readonly sha256: string;
}

export interface Folder {
  readonly files: readonly SourceFile[];
  readonly checksums: readonly FileChecksum[];
  readonly problems: readonly Problem[];
  /** SHA-256 over the names and bytes of the files: changes with every byte that is imported. */
  readonly checksum: string;
}

/** Part of the checksum. Raise it when the same files make different rows than before: they are then imported again. */
const FORMAT = 7;

const IGNORED = new Set(['README.md', 'questions', 'schema']);

/** Reads a dataset folder: its registers, and the articles in `articles/`. A file that cannot be read is a problem. */
export async function readFolder(dir: string): Promise<Folder> {
  const problems: Problem[] = [];
  const files: SourceFile[] = [];
  const checksums: FileChecksum[] = [];
  const checksum = createHash('sha256').update(`onrecord ${FORMAT}\n`);
  const known = new Set([...[...REGISTERS, ...DOCUMENTS].map((name) => `${name}.yaml`), 'articles']);
  const report: Report = (file, message) => {
    problems.push({ file, line: 0, column: 0, message });
  };

  const read = async (path: string, kind: SourceFile['kind']) => {
    const bytes = await readBytes(path).catch((error: unknown) => {
      report(path, `cannot be read: ${reasonOf(error)}`);
    });
    if (!bytes) return;
    checksum.update(`${kind} ${basename(path)} ${bytes.length}\n`).update(bytes);
    const within = kind === 'article' ? `articles/${basename(path)}` : basename(path);
    checksums.push({ path: within, sha256: sha256(bytes) });
    const text = decodeUtf8(bytes);
    if (typeof text === 'string')
      files.push({ path, name: basename(path, '.yaml'), kind, text: text.replace(/^\ufeff/, '') });
    else {
      const before = bytes.subarray(0, text.offset).toString('utf8').split('\n');
      const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      problems.push({ file: path, ...place, message: `${text.reason}: save the file as UTF-8` });
    }
  };

  for (const entry of await list(dir, report)) {
    const path = join(dir, entry.name);
    if (IGNORED.has(entry.name)) continue;
    if (!known.has(entry.name)) report(path, strayMessage(entry, known));
    else if (entry.name !== 'articles') await read(path, isDocument(entry.name) ? 'document' : 'register');
    else {
      for (const article of await list(path, report)) {
        const file = join(path, article.name);
        if (article.name.endsWith('.yaml')) await read(file, 'article');
        else report(file, strayMessage(article, []));
      }
    }
  }
  if (files.length === 0 && problems.length === 0) {
    report(dir, 'nothing to import: expected registers such as people.yaml and quotes.yaml, and articles/*.yaml');
  }
  return { files, checksums, problems, checksum: checksum.digest('hex') };
}

function isDocument(fileName: string): boolean {
  return DOCUMENTS.some((name) => fileName === `${name}.yaml`);
}

type Report = (file: string, message: string) => void;

async function list(dir: string, report: Report): Promise<Dirent[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.filter((e) => !e.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    report(dir, `cannot be read: ${reasonOf(error)}`);
    return [];
  }
}

function strayMessage({ name }: Dirent, known: Iterable<string>): string {
  if (name.endsWith('.yml')) return `rename it to ${name.replace(/yml$/, 'yaml')}: file names must end in .yaml`;
  return `unknown file${didYouMean(name, known)}`;
}
