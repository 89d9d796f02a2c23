import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { articleFile, registerFiles } from './file-shape.ts';

/** JSON Schemas of an article file and of each register, by file name: editors complete and check with them. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const shapes = { article: articleFile, ...registerFiles };
  return new Map(
    Object.entries(shapes).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { target: 'draft-7', io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}

/** Writes the JSON Schemas into the folder `schema` of a knowledge folder; returns their paths. */
export async function writeJsonSchemas(dir: string): Promise<string[]> {
  const folder = join(dir, 'schema');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [name, text] of jsonSchemas()) {
    const path = join(folder, name);
    await writeFile(path, text);
    paths.push(path);
  }
  return paths;
}
