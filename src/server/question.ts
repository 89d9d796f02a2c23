import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A question of the library: a GraphQL document whose first line is the question in English. */
export type Question = { title: string; query: string };

/**
 * The questions with which GraphiQL opens: those that lie in `questions/` of a knowledge folder itself, by file name;
 * none when it has no such folder. Those in folders of it are the rest of its library.
 */
export async function readQuestions(folder: string): Promise<Question[]> {
  const directory = join(folder, 'questions');
  const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.graphql')).sort();
  const queries = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return queries.map((query, i) => ({ title: titleOf(query) ?? names[i] ?? '', query }));
}

function titleOf(query: string): string | undefined {
  return /^#\s*(.+)/.exec(query)?.[1];
}
