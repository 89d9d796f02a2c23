import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';

const folder = 'seeds/questions';

export type LibraryQuestion = {
  /** Path in the library, without the extension: `stance/hedged`. */
  path: string;
  /** The folder that contains it; empty for questions at the top. */
  group: string;
  /** The question in English: the first comment. */
  title: string;
  query: string;
};

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The question library of the repository, by group and name; questions without a group come first. */
export const library: readonly LibraryQuestion[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => {
    const query = readFileSync(posix.join(folder, file), 'utf8');
    const group = file.includes('/') ? posix.dirname(file) : '';
    return { path: file.replace(/\.graphql$/, ''), group, title: /^# (.*)/.exec(query)?.[1] ?? '', query };
  })
  .sort((a, b) => compare(a.group, b.group) || compare(a.path, b.path));
