// Compares schema.graphql with the last released schema. Fails for each change that breaks clients and is not listed in
// the changelog.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareSchemas } from './breaking.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => readFile(join(root, path), 'utf8');
const [released, present, changelog] = await Promise.all(
  ['docs/schema/released.graphql', 'schema.graphql', 'CHANGELOG.md'].map(read),
);
const { listed, unlisted, dangerous } = await compareSchemas({ released, present, changelog });
const print = (what, changes) => {
  for (const { path, message } of changes) console.log(`${what}: \`${path}\`: ${message}`);
};
print('may break clients', dangerous);
print('breaks clients, listed in the changelog', listed);
print('breaks clients', unlisted);
if (unlisted.length > 0) {
  console.error(
    'Undo the changes that break clients, or list each in CHANGELOG.md, under "### Breaking" in "## Unreleased", with its path in backquotes as above.',
  );
  process.exitCode = 1;
}
