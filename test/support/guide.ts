import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { preset as clientPreset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';

/** The address that the guide uses for the reader's server. */
export const ADDRESS = 'http://127.0.0.1:4000';

/** The files of a guide by path: the code blocks whose first line is a comment with a path. */
export async function filesOfGuide(path: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path, 'utf8');
  const blocks = text.matchAll(/^```\w+\n(?:\/\/|#) ([\w./-]+\.\w+)\n([\s\S]*?)^```$/gm);
  return new Map([...blocks].map(([, name = '', code = '']) => [name, code]));
}

/** The other files of the Vite template that the guide starts from: a page, and the compiler's settings. */
const TEMPLATE = {
  'index.html':
    '<!doctype html><html lang="en"><title>Quotes</title><body><script type="module" src="/src/main.ts"></script></body></html>',
  'package.json': '{ "type": "module", "private": true }',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      module: 'esnext',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: [],
      skipLibCheck: true,
      moduleResolution: 'bundler',
      verbatimModuleSyntax: true,
      noEmit: true,
      strict: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      erasableSyntaxOnly: true,
    },
    include: ['src'],
  }),
};

/** Creates the reader's project in an empty folder, with the packages of this repository. */
export async function createProject(folder: string): Promise<void> {
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(TEMPLATE)) await writeFile(join(folder, name), text);
}

export async function writeProjectFile(folder: string, name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

interface CodegenConfig {
  readonly schema: string;
  readonly generates: Readonly<Record<string, Output>>;
}

interface Output {
  readonly documentTransforms: readonly { transform(options: object): { location: string }[] }[];
  readonly config: object;
  readonly presetConfig: object;
}

/** Does the work of `npx graphql-codegen` with the project's `codegen.ts` and these documents. */
export async function runCodegen(folder: string, documents: ReadonlyMap<string, string>): Promise<void> {
  const { default: config } = (await import(pathToFileURL(join(folder, 'codegen.ts')).href)) as {
    default: CodegenConfig;
  };
  const { preset } = (await import('@graphql-codegen/client-preset')) as { preset: typeof clientPreset };
  const schemaAst = buildSchema(await (await fetch(config.schema)).text());
  const sources = [...documents].map(([location, rawSDL]) => ({ location, rawSDL, document: parse(rawSDL) }));
  for (const [baseOutputDir, { documentTransforms, config: options, presetConfig }] of Object.entries(
    config.generates,
  )) {
    let files: object[] = sources;
    for (const { transform } of documentTransforms)
      files = transform({ documents: files, schema: schemaAst, config: {} });
    const sections = await preset.buildGeneratesSection({
      baseOutputDir,
      schema: parse(await (await fetch(config.schema)).text()),
      schemaAst,
      documents: files,
      config: options,
      presetConfig,
      pluginMap: {},
      plugins: [],
    } as never);
    for (const section of sections) await writeProjectFile(folder, section.filename, await codegen(section));
  }
}

/** The type errors of the project. */
export function typeErrors(folder: string): Promise<string> {
  const compiler = resolve('node_modules/typescript/bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [compiler, '-p', '.'], { cwd: folder }, (_, stdout, stderr) =>
      done(`${stdout}${stderr}`),
    );
  });
}
