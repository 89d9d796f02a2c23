import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { onrecord } from '../support/command-line.ts';

const commands = ['serve', 'query', 'jsonld', 'import', 'export', 'check', 'anchor', 'verify', 'migrate', 'schema'];

test('the help lists every command with a summary, on standard output', async () => {
  const { code, stdout, stderr } = await onrecord(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b.* {2,}\\w`, 'm'));
});

test.each(commands)('the help of %s has examples and all exit codes', async (command) => {
  const { code, stdout } = await onrecord([command, '--help']);
  expect(code).toBe(0);
  const [, examples = ''] = /^Examples:\n((?: {2}.*\n)+)/m.exec(stdout) ?? [];
  expect(examples).toContain(`onrecord ${command}`);
  expect(stdout).toMatch(/^Exit codes:\n {2}0 {2}done\n {2}1 {2}\w.*\n {2}2 {2}\w/m);
  expect((await onrecord(['help', command])).stdout).toBe(stdout);
});

test('the help of serve has each setting with its default', async () => {
  const { stdout } = await onrecord(['serve', '--help']);
  expect(stdout).toMatch(/^ {2}PORT +Port that the server listens on.* \[4000\]$/m);
  expect(stdout).toMatch(/^ {2}DATABASE_URL +URL of a PostgreSQL/m);
});

test('the version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect((await onrecord(['--version'])).stdout).toBe(`${version}\n`);
});

test('a mistyped command is wrong usage, and a similar one is suggested', async () => {
  const { code, stdout, stderr } = await onrecord(['improt']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain("onrecord: unknown command 'improt'");
  expect(stderr).toContain('Did you mean import?');
});

test('no command is wrong usage, and prints the help', async () => {
  const { code, stderr } = await onrecord([]);
  expect(code).toBe(2);
  expect(stderr).toContain('Usage: onrecord');
});

test.each([
  ['an unknown option', ['check', '--fast']],
  ['a missing option', ['anchor', 'some.yaml']],
  ['an extra argument', ['import', 'a', 'b']],
])('%s is wrong usage', async (_, args) => {
  const { code, stderr } = await onrecord(args);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^onrecord: .+\nAdd --help/);
});

test('an invalid setting stops a command before it does anything', async () => {
  const { code, stderr } = await onrecord(['serve'], { env: { PORT: 'x', ONRECORD_STATEMENT_TIMEOUT: '-1' } });
  expect(code).toBe(2);
  expect(stderr.split('\n')).toEqual([
    'onrecord: PORT: invalid value "x". Use a whole number from 0 to 65535, for example 4000.',
    expect.stringMatching(/^onrecord: ONRECORD_STATEMENT_TIMEOUT: invalid value "-1"\./),
    '',
  ]);
});

test('colours are used only where they are supported', async () => {
  expect((await onrecord(['improt'])).stderr).not.toContain('\u001b[');
  expect((await onrecord(['improt'], { env: { FORCE_COLOR: '1' } })).stderr).toContain('\u001b[31monrecord:');
});
