import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readQuestions } from '../../src/server/question-library.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('questions are ordered by folder and file name; their first comment is the title', async () => {
  await mkdir(join(folder, 'questions', 'stance', 'hedged'), { recursive: true });
  await writeFile(join(folder, 'questions', 'b.graphql'), '{ people { totalCount } }\n');
  await writeFile(join(folder, 'questions', 'stance', 'a.graphql'), '# Who is for it?\n{ positions { totalCount } }\n');
  await writeFile(
    join(folder, 'questions', 'stance', 'hedged', 'a.graphql'),
    '# Who hedges?\n{ positions { totalCount } }\n',
  );
  await writeFile(join(folder, 'questions', 'z.graphql'), '# How many quotes?\n{ quotes { totalCount } }\n');
  await writeFile(join(folder, 'questions', 'a.json'), '{}');
  expect(await readQuestions(folder)).toEqual([
    { group: '', title: 'b.graphql', query: '{ people { totalCount } }\n' },
    { group: '', title: 'How many quotes?', query: '# How many quotes?\n{ quotes { totalCount } }\n' },
    { group: 'stance', title: 'Who is for it?', query: '# Who is for it?\n{ positions { totalCount } }\n' },
    { group: 'stance/hedged', title: 'Who hedges?', query: '# Who hedges?\n{ positions { totalCount } }\n' },
  ]);
});

test('a folder without questions is fine', async () => {
  expect(await readQuestions(folder)).toEqual([]);
});

test('a folder with the name of a question file is a Failure that names it', async () => {
  const path = join(folder, 'questions', 'a.graphql');
  await mkdir(path, { recursive: true });
  await expect(readQuestions(folder)).rejects.toMatchObject({
    code: 'QUESTION_UNREADABLE',
    message: `The question ${path} cannot be read: it is a folder.`,
  });
});
