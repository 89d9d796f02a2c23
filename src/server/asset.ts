import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';

/** The scripts, styles and fonts of the web UI and GraphiQL, in the bundler's output folder. */
export interface Assets {
  readonly folder: string;
  /** The URL path built from a source file: `addressOf('explorer/client.tsx')` is `/assets/client-1a2b3c.js`. */
  addressOf(source: string): string;
  /** Whether the folder has a file of this name. */
  has(name: string): boolean;
}

/** The bundler's manifest: the output file of each source file. */
type Manifest = Readonly<Record<string, { readonly file: string }>>;

export const ASSETS_PATH = '/assets/';

/** Never served. */
const MANIFEST = 'manifest.json';

/** Reads the manifest. Throws a Failure that says how to build the assets if they are missing. */
export async function readAssets(folder: string): Promise<Assets> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new Failure(
      'ASSETS_MISSING',
      `The scripts of the web UI are missing in ${folder}. Run: npm run build:assets`,
    );
  });
  const manifest: Manifest = JSON.parse(text);
  // The manifest does not list files loaded by workers, so read the folder too.
  const names = new Set(await readdir(folder));
  names.delete(MANIFEST);
  return {
    folder,
    addressOf(source) {
      const file = manifest[source]?.file;
      if (!file) throw new Error(`the manifest has no ${source}`);
      return ASSETS_PATH + file;
    },
    has: (name) => names.has(name),
  };
}
