import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

// `npm run bench:rows` and `npm run bench:download`: separate from the tests, because each generates a lot of data first.
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    testTimeout: 600_000,
    maxWorkers: 1,
    projects: [
      { test: { name: 'rows', include: ['test/bench/rows.ts'], globalSetup: 'test/bench/set-up.ts' } },
      { test: { name: 'download', include: ['test/bench/download.ts'] } },
    ].map((project) => ({ extends: true as const, ...project })),
  },
});
