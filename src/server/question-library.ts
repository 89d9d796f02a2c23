import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Failure } from '../failure.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';

/** A GraphQL document of the library. Its first line is a comment with the question in English. */
export interface LibraryQuestion {
  /** Its folder within `questions/`; empty for files directly in there. */
  readonly group: string;
  readonly title: string;
  readonly query: string;
}

/**
 * The questions in `questions/` of a dataset folder and its subfolders, ordered by folder and file name; those
 * directly in `questions/` come first. Empty if the folder does not exist.
 */
export async function readQuestions(folder: string): Promise<LibraryQuestion[]> {
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
