import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';

/** What browsers load, as the bundler left it in a folder. */
export interface Assets {
  readonly folder: string;
  /** The address of a source's script or style: `addressOf('explorer/client.tsx')` is `/assets/client-1a2b3c.js`. */
  addressOf(source: string): string;
  /** Whether a file of this name was made. */
  has(name: string): boolean;
}

/** The bundler's list: by source, the file that was made of it. */
type Manifest = Readonly<Record<string, { readonly file: string }>>;

export const ASSETS_PATH = '/assets/';

/** For this server alone. */
const MANIFEST = 'manifest.json';

/** Throws a Failure that says how they are made when there are none. */
export async function readAssets(folder: string): Promise<Assets> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new Failure(
      'ASSETS_MISSING',
      `The page's scripts were not built: ${folder} has none. Run: npm run build:assets`,
    );
  });
  const manifest: Manifest = JSON.parse(text);
  // What workers load is in no manifest.
  const names = new Set(await readdir(folder));
  names.delete(MANIFEST);
  return {
    folder,
    addressOf(source) {
      const file = manifest[source]?.file;
      if (!file) throw new Error(`nothing was built of ${source}`);
      return ASSETS_PATH + file;
    },
    has: (name) => names.has(name),
  };
}
