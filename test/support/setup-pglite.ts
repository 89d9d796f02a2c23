import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeTemplates } from './template.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-pglite-'));
  const seedsProblem = await makeTemplates(async (from, to) => {
    if (from) await cp(join(folder, from), join(folder, to), { recursive: true });
    return { folder: join(folder, to) };
  });
  project.provide('templates', { kind: 'embedded', folder, seedsProblem });
  return () => rm(folder, { recursive: true, force: true });
}
