import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readQuestions } from '../../src/server/question.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('questions come in the order of their file names, each with its first comment as title', async () => {
  await mkdir(join(folder, 'questions'));
  await writeFile(join(folder, 'questions', 'b.graphql'), '{ people { totalCount } }\n');
  await writeFile(join(folder, 'questions', 'a.graphql'), '# How many quotes?\n{ quotes { totalCount } }\n');
  await writeFile(join(folder, 'questions', 'a.json'), '{}');
  expect(await readQuestions(folder)).toEqual([
    { title: 'How many quotes?', query: '# How many quotes?\n{ quotes { totalCount } }\n' },
    { title: 'b.graphql', query: '{ people { totalCount } }\n' },
  ]);
});

test('questions in a folder of their own are not among the first', async () => {
  await mkdir(join(folder, 'questions', 'stance'), { recursive: true });
  await writeFile(join(folder, 'questions', 'stance', 'a.graphql'), '# Who is for it?\n{ positions { totalCount } }\n');
  expect(await readQuestions(folder)).toEqual([]);
});

test('a folder without questions has none', async () => {
  expect(await readQuestions(folder)).toEqual([]);
});

test('a folder in the place of a question is a failure that names it', async () => {
  const path = join(folder, 'questions', 'a.graphql');
  await mkdir(path, { recursive: true });
  await expect(readQuestions(folder)).rejects.toMatchObject({
    code: 'QUESTION_UNREADABLE',
    message: `The question ${path} cannot be read: it is a folder.`,
  });
});
