import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';
import { ASSETS_PATH, type Assets } from './asset.ts';
import { errorResponse } from './error-response.ts';
import { takesGzip } from './sent-text.ts';

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

const compress = promisify(gzip);

interface Loaded {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

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
      const { plain, gzip } = await file;
      const isCompressed = takesGzip(request);
      const headers = {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'cache-control': name === NOTICES ? 'public, no-cache' : `public, max-age=${SECONDS_PER_YEAR}, immutable`,
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        ...(isCompressed && { 'content-encoding': 'gzip' }),
      };
      endResponse(new fetchAPI.Response(isCompressed ? gzip : plain, { headers }));
    },
  };
}

async function load(path: string): Promise<Loaded> {
  const plain = new Uint8Array(await readFile(path));
  return { plain, gzip: new Uint8Array(await compress(plain, { level: 9 })) };
}
