import type { TransactionClient } from '../db/database.ts';
import { globalId } from '../model/id.ts';
import type { Changes } from './change.ts';
import type { FileDigest } from './read.ts';

/** The files that were imported. */
export interface Imported {
  /** Digest over all of them. */
  readonly digest: string;
  readonly files: readonly FileDigest[];
}

/**
 * Records an import and returns the number of the data's revision. Without changes it is the old one, which then
 * only remembers the files.
 */
export async function revise(client: TransactionClient, imported: Imported, changes: Changes): Promise<number> {
  const newest = await client.revision.findFirst({ orderBy: { number: 'desc' } });
  const kinds = Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1));
  const number = (newest?.number ?? 0) + (kinds.length > 0 ? 1 : 0);
  const { id, sortKey: key } = revisionKeys(number);
  const filesSha256 = imported.digest;
  if (kinds.length > 0) await client.revision.create({ data: { id, sortKey: key, number, filesSha256 } });
  else if (newest?.filesSha256 !== filesSha256) await client.revision.update({ where: { id }, data: { filesSha256 } });
  await client.revisionChange.createMany({
    data: kinds.map(([entity, change]) => ({
      id: globalId('RevisionChange', number, entity),
      sortKey: `${key}/${entity}`,
      revisionId: id,
      entity,
      ...change,
    })),
  });
  const files = (await differingFiles(client, imported.files)).map((file) => ({
    id: globalId('RevisionFile', number, file.path),
    sortKey: `${key}/${file.path}`,
    revisionId: id,
    ...file,
  }));
  await client.revisionFile.deleteMany({ where: { id: { in: files.map((file) => file.id) } } });
  await client.revisionFile.createMany({ data: files });
  return number;
}

/** The files that are new, changed or gone since the imports so far. */
async function differingFiles(client: TransactionClient, files: readonly FileDigest[]) {
  const known = new Map<string, string | null>();
  for (const { path, sha256 } of await client.revisionFile.findMany({ orderBy: { sortKey: 'desc' } })) {
    known.set(path, sha256);
  }
  const now = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const gone = [...known].filter(([path, sha256]) => sha256 !== null && !now.has(path));
  return [
    ...files.filter(({ path, sha256 }) => known.get(path) !== sha256),
    ...gone.map(([path]) => ({ path, sha256: null })),
  ];
}

/** The id of a revision, and a sort key that puts the newest first. */
export function revisionKeys(number: number): { readonly id: string; readonly sortKey: string } {
  return { id: globalId('Revision', number), sortKey: String(9_999_999_999 - number) };
}
