import { Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type LibraryQuestion, library } from '../support/library.ts';
import { files } from './source.ts';

const groups = [...new Set(library.map(({ group }) => group))];

describe('the question library', () => {
  test.each(library)(
    '$path has a title that is a question, and one operation named after the file',
    ({ path, title, query }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      expect(title).toMatch(/^[A-Z].*\?$/);
      expect(operations).toMatchObject([
        { name: { value: name.replaceAll(/(?:^|-)(\w)/g, (_, c) => c.toUpperCase()) } },
      ]);
    },
  );

  test('no two questions have the same title', () => {
    expect(library.length).toBeGreaterThanOrEqual(40);
    expect(new Set(library.map(({ title }) => title)).size).toBe(library.length);
    expect(groups.length).toBeLessThanOrEqual(8);
  });

  test('every answer belongs to a question', () => {
    const answers = files.filter((file) => /^test\/library\/.*\.(json|sql)$/.test(file));
    const expected = library.flatMap(({ path }) => [`test/library/${path}.json`, `test/library/${path}.sql`]);
    expect(answers.filter((file) => !expected.includes(file))).toEqual([]);
  });

  test('docs/questions.md lists all questions', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/questions.md');
  });
});

const INTRODUCTION = `# Questions

${library.length} questions about the dataset in \`seeds/\`, five articles of December 2025, each with the GraphQL query that answers it. The queries are in [\`seeds/questions\`](../seeds/questions). To run one, pick it in GraphiQL's *Questions* panel, pass its file to \`onrecord query\`, or send it with curl. Tests compare every answer with the expected one, on both databases, and check that it takes a single SQL statement.

To add a question, see [CONTRIBUTING.md](../CONTRIBUTING.md#adding-a-question). This page is generated.
`;

/** The titles by group, then each question with its query and links to the query, answer and SQL. */
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

/** The anchor that GitHub generates for a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
