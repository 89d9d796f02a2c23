import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, Kind, validate } from 'graphql';
import { z } from 'zod';
import { trustedDocuments } from '../explorer/render.tsx';
import { Failure } from '../failure.ts';
import type { Limits } from '../query/limit/limit.ts';
import { readBytes, reasonOf } from '../text/read-file.ts';
import { parseWithin } from './use-limit.ts';
import { bare } from './use-trusted-document.ts';

export interface ManifestOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
}

const Manifest = z.record(z.string().min(1), z.string());

/** The page's own documents. */
const ofPage = new Map([...trustedDocuments].map(([id, text]) => [bare(id), text]));

const SHAPE = 'a JSON object of documents by id, {"<hash>": "query { … }"}, as codegen and Relay write it';

/**
 * The documents of a manifest by their ids, each parsed and valid for the schema, and the only one of its id. A Failure
 * names the first that is not, and what is wrong with it.
 */
export async function readManifest(path: string, options: ManifestOptions): Promise<ReadonlyMap<string, string>> {
  const documents = new Map(Object.entries(await readShape(path)));
  const known = new Map(ofPage);
  for (const [id, text] of documents) {
    const problem = misnamed(id, text, known) ?? problemOf(text, options);
    known.set(bare(id), text);
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
    return Manifest.parse(
      JSON.parse(
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      ),
    );
  } catch {
    throw new Failure('DOCUMENTS_UNREADABLE', `ONRECORD_DOCUMENTS: ${path} is not ${SHAPE}.`);
  }
}

/** What is wrong with the id of a text, where `known` has the texts before it by their ids without `sha256:`. */
function misnamed(id: string, text: string, known: ReadonlyMap<string, string>): string | undefined {
  const hash = createHash('sha256').update(text).digest('hex');
  if (/^sha256:[\da-f]{64}$/i.test(id) && bare(id).toLowerCase() !== hash)
    return `its id is the hash of another text; that of this one is sha256:${hash}.`;
  const other = known.get(bare(id));
  if (other === undefined || other === text) return undefined;
  return ofPage.has(bare(id))
    ? 'its id is that of a document of the page, with another text.'
    : 'its id, with or without "sha256:", has another text before it.';
}

function problemOf(text: string, { schema, limits }: ManifestOptions): string | undefined {
  try {
    const document = parseWithin(text, limits);
    return validate(schema, document)[0]?.message ?? notOffered(document, schema);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** graphql-js finds nothing wrong with a mutation where the schema has none. */
function notOffered({ definitions }: DocumentNode, schema: GraphQLSchema): string | undefined {
  const operations = definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.operation] : []));
  const missing = operations.find((operation) => !schema.getRootType(operation));
  return missing && `there is no ${missing} here.`;
}
