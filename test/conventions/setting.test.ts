import { expect, test } from 'vitest';
import { settings } from '../../src/config.ts';
import { textOf } from './source.ts';

const rows = textOf('docs/settings.md')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('docs/settings.md lists all settings, in the order of src/config.ts', () => {
  expect(rows.map(([, name]) => name)).toEqual(Object.values(settings).map(({ name }) => `\`${name}\``));
});

test.each(Object.values(settings))('docs/settings.md describes $name and its default', (setting) => {
  const row = rows.find(([, name]) => name === `\`${setting.name}\``);
  expect(row?.[2]).toBe(setting.default === '' ? 'none' : `\`${setting.default}\``);
  expect(row?.[3]).toContain(setting.about.replaceAll('"', '`'));
});
