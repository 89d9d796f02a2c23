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

/** The web UI's own documents. */
const ofWebUi = new Map([...trustedDocuments].map(([id, text]) => [bare(id), text]));

const SHAPE = 'a JSON object of documents by id, {"<hash>": "query { … }"}, as codegen and Relay write it';

/**
 * Reads a manifest: documents by id. Throws a Failure that names the first document that does not parse, is not valid
 * for the schema, or shares its id with another document.
 */
export async function readManifest(path: string, options: ManifestOptions): Promise<ReadonlyMap<string, string>> {
  const documents = new Map(Object.entries(await readShape(path)));
  const known = new Map(ofWebUi);
  for (const [id, text] of documents) {
    const problem = idProblem(id, text, known) ?? textProblem(text, options);
    known.set(bare(id), text);
    if (problem) throw new Failure('DOCUMENT_INVALID', `The document "${id}" in ${path} is invalid: ${problem}`);
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

/** Checks an id. `known` has the texts of earlier documents by their ids without `sha256:`. */
function idProblem(id: string, text: string, known: ReadonlyMap<string, string>): string | undefined {
  const hash = createHash('sha256').update(text).digest('hex');
  if (/^sha256:[\da-f]{64}$/i.test(id) && bare(id).toLowerCase() !== hash)
    return `its id is the hash of another text; the hash of this text is sha256:${hash}.`;
  const other = known.get(bare(id));
  if (other === undefined || other === text) return undefined;
  return ofWebUi.has(bare(id))
    ? 'the web UI has a document with the same id and another text.'
    : 'an earlier document has the same id, with or without "sha256:", and another text.';
}

function textProblem(text: string, { schema, limits }: ManifestOptions): string | undefined {
  try {
    const document = parseWithin(text, limits);
    return validate(schema, document)[0]?.message ?? unsupportedOperation(document, schema);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Finds a mutation, for example: graphql-js accepts one even if the schema has no mutations. */
function unsupportedOperation({ definitions }: DocumentNode, schema: GraphQLSchema): string | undefined {
  const operations = definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.operation] : []));
  const missing = operations.find((operation) => !schema.getRootType(operation));
  return missing && `the schema has no ${missing} type.`;
}
