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

/** The notices of the libraries in these files: the one name that does not change with what it names. */
const NOTICES = 'licenses.md';

const YEAR = 31_536_000;

const compress = promisify(gzip);

interface Loaded {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** Serves what browsers load, compressed where they take it. Names change with contents, so that they keep it for good. */
export function useAsset(assets: Assets): Plugin {
  const loaded = new Map<string, Promise<Loaded>>();
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (!url.pathname.startsWith(ASSETS_PATH)) return;
      const name = url.pathname.slice(ASSETS_PATH.length);
      if (!assets.has(name)) {
        const message = `Nothing is at ${url.pathname}: reload the page, which may be of an older version.`;
        endResponse(errorResponse(fetchAPI, { code: 'NOT_FOUND', message, status: 404 }));
        return;
      }
      const file = loaded.get(name) ?? load(join(assets.folder, name));
      loaded.set(name, file);
      const { plain, gzip } = await file;
      const packed = takesGzip(request);
      const headers = {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'cache-control': name === NOTICES ? 'public, no-cache' : `public, max-age=${YEAR}, immutable`,
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        ...(packed && { 'content-encoding': 'gzip' }),
      };
      endResponse(new fetchAPI.Response(packed ? gzip : plain, { headers }));
    },
  };
}

async function load(path: string): Promise<Loaded> {
  const plain = new Uint8Array(await readFile(path));
  return { plain, gzip: new Uint8Array(await compress(plain, { level: 9 })) };
}
