// Runs `prisma generate`: the client in src/db/client and the model in src/model/generated.ts.
// Generating does not use the schema engine, but Prisma downloads it unless this variable names an existing file.
// Any file will do; Node's own always exists.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  encoding: 'utf8',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
});
if (status !== 0) process.stderr.write(stdout + stderr);
process.exitCode = status ?? 1;
