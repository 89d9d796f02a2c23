import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareEmbedded } from '../../src/db/embedded.ts';
import { makeTemplates } from './template.ts';

/** Makes the templates of the embedded database once, for all projects that need them. */
export async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const all = vitest.getRootProject();
  if (all.getProvidedContext().templates) return;
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-pglite-'));
  await prepareEmbedded();
  const seedsProblem = await makeTemplates(async (from, to) => {
    if (from) cpSync(join(folder, from), join(folder, to), { recursive: true });
    return { folder: join(folder, to) };
  });
  all.provide('templates', { kind: 'embedded', folder, seedsProblem });
  return () => rm(folder, { recursive: true, force: true });
}
