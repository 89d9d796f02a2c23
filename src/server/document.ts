import { type GraphQLSchema, validate } from 'graphql';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Limits } from '../query/limit.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';
import { parseWithin } from './use-limit.ts';

export interface ManifestOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
}

const Manifest = z.record(z.string().min(1), z.string());

const SHAPE = 'a JSON object of documents by id, {"<hash>": "query { … }"}, as codegen and Relay write it';

/**
 * The documents of a manifest by their ids, each parsed and valid for the schema. A Failure names the first that is
 * not, and what is wrong with it.
 */
export async function readManifest(path: string, options: ManifestOptions): Promise<ReadonlyMap<string, string>> {
  const documents = new Map(Object.entries(await readShape(path)));
  for (const [id, text] of documents) {
    const problem = problemOf(text, options);
    if (problem)
      throw new Failure('DOCUMENT_INVALID', `The document "${id}" of ${path} cannot be answered: ${problem}`);
  }
  return documents;
}

async function readShape(path: string): Promise<Record<string, string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch (error) {
    throw new Failure('DOCUMENTS_UNREADABLE', `ONRECORD_DOCUMENTS: ${path} cannot be read: ${reasonOf(error)}.`);
  }
  try {
    return Manifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    throw new Failure('DOCUMENTS_UNREADABLE', `ONRECORD_DOCUMENTS: ${path} is not ${SHAPE}.`);
  }
}

function problemOf(text: string, { schema, limits }: ManifestOptions): string | undefined {
  try {
    return validate(schema, parseWithin(text, limits))[0]?.message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
