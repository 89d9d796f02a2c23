import type { TestProject } from 'vitest/node';
import { startPostgres } from '../support/postgres-server.ts';
import { makeLargeDataset } from './dataset.ts';

declare module 'vitest' {
  interface ProvidedContext {
    bench: { readonly url: string };
  }
}

/**
 * Makes the large dataset: on its own temporary server, or in the database that BENCH_DATABASE_URL names, where it is
 * kept for the next run.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const articles = Number(process.env.BENCH_ARTICLES ?? 100_000);
  const kept = process.env.BENCH_DATABASE_URL;
  const server = kept ? undefined : await startPostgres();
  const url = kept ?? server?.url('postgres') ?? '';
  const start = performance.now();
  const report = (progress: string) => console.log(`${Math.round((performance.now() - start) / 1000)} s  ${progress}`);
  await makeLargeDataset(url, articles, report).catch(async (error: unknown) => {
    await server?.stop();
    throw error;
  });
  project.provide('bench', { url });
  return server && (() => server.stop());
}
