import type { TestProject } from 'vitest/node';
import { startPostgres } from '../support/postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    bench: { readonly url: string; readonly articles: number };
  }
}

/** Starts a server, unless BENCH_DATABASE_URL names a database of one, to be made and kept. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const articles = Number(process.env.BENCH_ARTICLES ?? 100_000);
  const kept = process.env.BENCH_DATABASE_URL;
  if (kept) {
    project.provide('bench', { url: kept, articles });
    return undefined;
  }
  const server = await startPostgres();
  project.provide('bench', { url: server.url('postgres'), articles });
  return () => server.stop();
}
