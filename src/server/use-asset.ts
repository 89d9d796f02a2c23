import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'graphql-yoga';
import { ASSETS_PATH, type Assets } from './asset.ts';
import { Compressible, codingOf } from './content-coding.ts';
import { errorResponse } from './error-response.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** The licences of the bundled libraries. The only file without a content hash in its name. */
const NOTICES = 'licenses.md';

const SECONDS_PER_YEAR = 31_536_000;

/** Files that are compressed already. */
const PACKED = new Set(['.woff2']);

type Loaded = Compressible<Uint8Array<ArrayBuffer>>;

/** Serves the files under `/assets/`. Their names contain a content hash, so browsers cache them for a year. */
export function useAsset(assets: Assets): Plugin {
  const loaded = new Map<string, Promise<Loaded>>();
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (!url.pathname.startsWith(ASSETS_PATH)) return;
      const name = url.pathname.slice(ASSETS_PATH.length);
      if (!assets.has(name)) {
        const message = `Not found: ${url.pathname}. If a page loaded it, reload the page: it may be from an older version.`;
        endResponse(errorResponse(fetchAPI, { code: 'NOT_FOUND', message, status: 404 }));
        return;
      }
      const file = loaded.get(name) ?? load(join(assets.folder, name));
      loaded.set(name, file);
      const coding = PACKED.has(extname(name)) ? undefined : codingOf(request);
      const content = await (await file).in(coding);
      const headers = {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'cache-control': name === NOTICES ? 'public, no-cache' : `public, max-age=${SECONDS_PER_YEAR}, immutable`,
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        ...(coding && { 'content-encoding': coding }),
      };
      endResponse(new fetchAPI.Response(content, { headers }));
    },
  };
}

async function load(path: string): Promise<Loaded> {
  return new Compressible(new Uint8Array(await readFile(path)));
}
