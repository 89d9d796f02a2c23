// Compares schema.graphql with the one that was released last, and fails for each change that breaks its clients and
// that the changelog does not own.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareSchemas } from './breaking.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => readFile(join(root, path), 'utf8');
const [released, present, changelog] = await Promise.all(
  ['docs/schema/released.graphql', 'schema.graphql', 'CHANGELOG.md'].map(read),
);
const { owned, unowned, dangerous } = await compareSchemas({ released, present, changelog });
const say = (what, changes) => {
  for (const { path, message } of changes) console.log(`${what}: \`${path}\`: ${message}`);
};
say('may break clients', dangerous);
say('breaks clients, as the changelog says', owned);
say('breaks clients', unowned);
if (unowned.length > 0) {
  console.error(
    'Keep what clients of the released schema use, or own each change in CHANGELOG.md: its path in backquotes, as above, in a list under "### Breaking" in "## Unreleased".',
  );
  process.exitCode = 1;
}
