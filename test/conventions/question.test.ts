import { Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type LibraryQuestion, library } from '../support/library.ts';
import { files } from './source.ts';

const groups = [...new Set(library.map(({ group }) => group))];

describe('the question library', () => {
  test.each(library)('$path asks one question, in English and in GraphQL', ({ path, title, query }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(title).toMatch(/^[A-Z].*\?$/);
    expect(operations).toMatchObject([{ name: { value: name.replaceAll(/(?:^|-)(\w)/g, (_, c) => c.toUpperCase()) } }]);
  });

  test('no question is asked twice', () => {
    expect(library.length).toBeGreaterThanOrEqual(40);
    expect(new Set(library.map(({ title }) => title)).size).toBe(library.length);
    expect(groups.length).toBeLessThanOrEqual(8);
  });

  test('every answer is that to a question', () => {
    const answers = files.filter((file) => /^test\/library\/.*\.(json|sql)$/.test(file));
    const asked = library.flatMap(({ path }) => [`test/library/${path}.json`, `test/library/${path}.sql`]);
    expect(answers.filter((file) => !asked.includes(file))).toEqual([]);
  });

  test('docs/questions.md lists them all', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/questions.md');
  });
});

const INTRODUCTION = `# Questions

What can be asked of the first knowledge, five articles of December 2025: a file of [\`seeds/questions\`](../seeds/questions) each. The tests hold every one against its exact answer, by one statement of SQL, on both databases. GraphiQL has them in its panel of questions; or send one with curl.

To add one, write the file, with the question in English as its first line, and run \`npx vitest run -u --project unit --project pglite question\`: that writes this page, the answer and the SQL. Then check the answer by hand: a question whose answer nobody has checked proves nothing.
`;

/** Lists every question by its group, then shows each with its query and where its answer is. */
function page(): string {
  const of = (group: string) => library.filter((question) => question.group === group);
  const contents = groups.map((group) => {
    const titles = of(group).map(({ title }) => `- [${title}](#${anchorOf(title)})`);
    return `**${headingOf(group)}**\n\n${titles.join('\n')}\n`;
  });
  const sections = groups.map((group) => `## ${headingOf(group)}\n\n${of(group).map(entry).join('\n')}`);
  return [INTRODUCTION, ...contents, ...sections].join('\n');
}

function entry({ path, title, query }: LibraryQuestion): string {
  const links = `[Query](../seeds/questions/${path}.graphql) · [answer](../test/library/${path}.json) · [SQL](../test/library/${path}.sql)`;
  return `### ${title}\n\n${links}\n\n\`\`\`graphql\n${query.replace(/^# .*\n/, '')}\`\`\`\n`;
}

function headingOf(group: string): string {
  return group === '' ? 'First questions' : `${group.charAt(0).toUpperCase()}${group.slice(1)}`;
}

/** The anchor that GitHub gives a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
