// Runs `prisma generate`: the client in src/db/client and the model in src/model/generated.ts.
// Generating needs no schema engine, but Prisma downloads one unless this variable names an
// existing file: any file will do, and this one exists everywhere.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  encoding: 'utf8',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
});
if (status !== 0) process.stderr.write(stdout + stderr);
process.exitCode = status ?? 1;
