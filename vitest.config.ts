import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// `*.db.test.ts` run twice, on the embedded database and on a PostgreSQL server that the tests start;
// those in `test/cli/` run the built program; everything else runs once, without a database of ours.
const databaseTests = ['test/**/*.db.test.ts'];
const programTests = ['test/cli/**/*.test.ts'];

export default defineConfig({
  // The copy that Node loads for packages: Vite would take `index.mjs` for us, and two copies refuse each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    // By itself vitest leaves one core free.
    maxWorkers: '100%',
    // The modules of ours are loaded once for a worker, not for each file: that would take half of the time.
    isolate: false,
    setupFiles: 'test/support/setup-file.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...databaseTests, ...programTests] } },
      {
        test: {
          name: 'program',
          include: programTests,
          globalSetup: ['test/support/setup-pglite.ts', 'test/support/setup-program.ts'],
          // A process each, and some make a database: seconds, and more where other tests run beside them.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'pglite', include: databaseTests, globalSetup: 'test/support/setup-pglite.ts' } },
      { test: { name: 'postgres', include: databaseTests, globalSetup: 'test/support/setup-postgres.ts' } },
    ].map((project) => ({ extends: true as const, ...project })),
  },
});
