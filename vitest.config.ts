import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// `*.db.test.ts` run twice, on the embedded database and on a PostgreSQL server that the tests start;
// those in `test/cli/` run the built program; all others run once, without a database.
const databaseTests = ['test/**/*.db.test.ts'];
const programTests = ['test/cli/**/*.test.ts'];

export default defineConfig({
  // The copy of graphql that Node loads for packages: Vite would load `index.mjs`, and graphql rejects objects of another copy.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    // By default vitest leaves one core free.
    maxWorkers: '100%',
    // Modules are loaded once per worker, not once per file, which would take half of the time.
    isolate: false,
    // CommonJS packages are imported as Node does it: vitest's own way costs a call for each use of an import.
    deps: { interopDefault: false },
    // A larger young generation: collecting short-lived objects then takes less CPU time.
    execArgv: ['--max-semi-space-size=64'],
    // Otherwise graphql examines each object that is not of the type it looks for.
    env: { NODE_ENV: 'production' },
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
          // Each starts a process, and some make a database: that takes seconds, and longer while other tests run.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'pglite', include: databaseTests, globalSetup: 'test/support/setup-pglite.ts' } },
      { test: { name: 'postgres', include: databaseTests, globalSetup: 'test/support/setup-postgres.ts' } },
    ].map((project) => ({ extends: true as const, ...project })),
  },
});
