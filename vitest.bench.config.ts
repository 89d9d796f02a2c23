import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

// `npm run bench:rows`: no part of the tests, since it makes a large knowledge base first.
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: ['test/bench/rows.ts'],
    globalSetup: 'test/bench/set-up.ts',
    testTimeout: 600_000,
    maxWorkers: 1,
  },
});
