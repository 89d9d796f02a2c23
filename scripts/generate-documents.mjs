// Writes a folder `generated` for the .graphql files of the web UI and one for those of JSON-LD: the types and hashes of
// the operations (operation.ts), and their texts (document.ts, for the server).
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import {
  buildASTSchema,
  concatAST,
  getOperationAST,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  validate,
  visit,
} from 'graphql';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The folders with the .graphql files. */
const FOLDERS = ['src/explorer', 'src/linked-data'];

const schema = parse(await readFile(join(root, 'schema.graphql'), 'utf8'));
const schemaAst = buildASTSchema(schema);
for (const folder of FOLDERS) await generate(folder);

async function generate(folder) {
  const files = (await readdir(join(root, folder), { recursive: true }))
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const documents = await Promise.all(
    files.map(async (name) => {
      const rawSDL = await readFile(join(root, folder, name), 'utf8');
      return { location: join(folder, name), rawSDL, document: parse(rawSDL) };
    }),
  );
  const whole = concatAST(documents.map(({ document }) => document));
  const errors = validate(schemaAst, whole);
  if (errors.length > 0) throw new Error(errors.map(String).join('\n\n'));

  // The preset sorts the fields of a document. Users see them in GraphiQL and as the columns of a download, so our
  // order is kept.
  const textByHash = {};
  const byName = new Map(whole.definitions.map((definition) => [definition.name.value, definition]));

  /** The operation, then the fragments it uses, in their original form. */
  function textOf(operation) {
    const definitions = new Set([operation]);
    for (const definition of definitions) {
      visit(definition, { [Kind.FRAGMENT_SPREAD]: ({ name }) => void definitions.add(byName.get(name.value)) });
    }
    // Compact, since it is part of URLs, and proxies reject long ones.
    return stripIgnoredCharacters([...definitions].map(print).join(' '));
  }

  function hashOf(sorted) {
    const text = textOf(byName.get(getOperationAST(parse(sorted)).name.value));
    const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    textByHash[hash] = text;
    return hash;
  }

  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'out/',
    schema,
    schemaAst,
    documents,
    config: {
      documentMode: 'string',
      useTypeImports: true,
      enumsAsTypes: true,
      scalars: { Date: 'string', DateTime: 'string', Decimal: 'string' },
    },
    presetConfig: {
      fragmentMasking: false,
      persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: hashOf },
    },
    pluginMap: {},
    plugins: [],
    importExtension: '.ts',
    emitLegacyCommonJSImports: false,
  });
  const output = {};
  for (const section of sections) output[section.filename] = await codegen(section);

  // Only operations are sent, so fragments need no document of their own.
  const operations = output['out/graphql.ts'].replaceAll(/^export const \w+FragmentDoc = [\s\S]*?;$\n?/gm, '');
  const head = '// Written by scripts/generate-documents.mjs.\n';
  const generated = join(root, folder, 'generated');
  await mkdir(generated, { recursive: true });
  await writeFile(join(generated, 'operation.ts'), head + operations);
  await writeFile(
    join(generated, 'document.ts'),
    `${head}
/** The text of each operation by its hash, as a server accepts it. */
export const textByHash: Readonly<Record<string, string>> = ${JSON.stringify(textByHash, null, 2)};
`,
  );
}
