import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Failure } from '../failure.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';

/** A question of the library: a GraphQL document whose first line is the question in English. */
export interface Question {
  /** The folder that it lies in, within `questions/`; empty for those that lie there themselves. */
  readonly group: string;
  readonly title: string;
  readonly query: string;
}

/**
 * The questions in `questions/` of a knowledge folder and in its folders, by folder and file name, the first ones
 * those that lie there themselves; none when it has no such folder.
 */
export async function readQuestions(folder: string): Promise<Question[]> {
  const directory = join(folder, 'questions');
  const files = await readdir(directory, { recursive: true }).catch(() => []);
  const questions = files
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({ file, group: file.includes('/') ? dirname(file) : '' }))
    .sort((a, b) => compare(a.group, b.group) || compare(a.file, b.file));
  return Promise.all(
    questions.map(async ({ file, group }) => {
      const query = await readQuestion(join(directory, file));
      return { group, title: titleOf(query) ?? file, query };
    }),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

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
