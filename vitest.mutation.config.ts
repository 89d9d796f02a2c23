import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

// `npm run test:mutation`: only the differential tests, once for each planted bug (scripts/mutation.mjs).
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: ['test/differential/*.db.test.ts'],
    globalSetup: 'test/mutation/set-up.ts',
    setupFiles: ['test/support/setup-file.ts', 'test/mutation/no-shrinking.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
    bail: 1,
  },
});
