import type { TransactionClient } from '../db/database.ts';
import { globalId } from '../model/id.ts';
import type { Changes } from './change.ts';
import type { FileChecksum } from './read.ts';

/** The files that were imported. */
export interface Imported {
  /** Checksum over all of them. */
  readonly checksum: string;
  readonly files: readonly FileChecksum[];
}

/**
 * Records an import and returns the number of the revision. Without changes no revision is added; the newest takes the
 * new checksums of the files.
 */
export async function revise(client: TransactionClient, imported: Imported, changes: Changes): Promise<number> {
  const filesSha256 = imported.checksum;
  const newest = await newestRevision(client);
  const number = Object.keys(changes).length > 0 ? await addRevision(client, filesSha256, changes) : newest.number;
  const { id, sortKey: key } = revisionKeys(number);
  if (number === newest.number && newest.filesSha256 !== filesSha256) {
    await client.revision.update({ where: { id }, data: { filesSha256 } });
  }
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

/** The newest revision. There always is one: 0 is the state before the first import. */
export function newestRevision(client: TransactionClient): Promise<{ number: number; filesSha256: string }> {
  return client.revision.findFirstOrThrow({ orderBy: { number: 'desc' } });
}

/** Adds a revision with its changes and returns its number. */
export async function addRevision(client: TransactionClient, filesSha256: string, changes: Changes): Promise<number> {
  const number = (await newestRevision(client)).number + 1;
  const { id, sortKey: key } = revisionKeys(number);
  await client.revision.create({ data: { id, sortKey: key, number, filesSha256 } });
  const kinds = Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1));
  await client.revisionChange.createMany({
    data: kinds.map(([entity, change]) => ({
      id: globalId('RevisionChange', number, entity),
      sortKey: `${key}/${entity}`,
      revisionId: id,
      entity,
      ...change,
    })),
  });
  return number;
}

/** The files that were added, changed or removed since the last import. */
async function differingFiles(client: TransactionClient, files: readonly FileChecksum[]) {
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
function revisionKeys(number: number): { readonly id: string; readonly sortKey: string } {
  return { id: globalId('Revision', number), sortKey: String(9_999_999_999 - number) };
}
