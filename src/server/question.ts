import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';

/** A question of the library: a GraphQL document whose first line is the question in English. */
export type Question = { title: string; query: string };

/**
 * The questions with which GraphiQL opens: those that lie in `questions/` of a knowledge folder itself, by file name;
 * none when it has no such folder. Those in folders of it are the rest of its library.
 */
export async function readQuestions(folder: string): Promise<Question[]> {
  const directory = join(folder, 'questions');
  const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.graphql')).sort();
  const queries = await Promise.all(names.map((name) => readQuestion(join(directory, name))));
  return queries.map((query, i) => ({ title: titleOf(query) ?? names[i] ?? '', query }));
}

async function readQuestion(path: string): Promise<string> {
  try {
    return (await readBytes(path)).toString('utf8');
  } catch (error) {
    throw new Failure('QUESTION_UNREADABLE', `The question ${path} cannot be read: ${reasonOf(error)}.`);
  }
}

function titleOf(query: string): string | undefined {
  return /^#\s*(.+)/.exec(query)?.[1];
}
