import { z } from 'zod';
import { articleFile, documentFiles, registerFiles } from './file-shape.ts';

/** JSON Schemas of an article file, each register and each document, by file name: editors use them to complete and check. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  schemas ??= make();
  return schemas;
}

let schemas: ReadonlyMap<string, string> | undefined;

function make(): ReadonlyMap<string, string> {
  const shapes = { article: articleFile, ...registerFiles, ...documentFiles };
  return new Map(
    Object.entries(shapes).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { target: 'draft-7', io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
