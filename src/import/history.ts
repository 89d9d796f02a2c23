import type { Database } from '../db/database.ts';
import type { Change } from './change.ts';

/** One import that changed something. */
export interface PastImport {
  readonly number: number;
  readonly importedAt: Date;
  /** By the kind's name in the API: `Quote`, `Person` ... */
  readonly changes: readonly (Change & { readonly entity: string })[];
  /** The files that were added, changed or removed, by path. */
  readonly files: readonly { readonly path: string; readonly sha256: string | null; readonly isNew: boolean }[];
}

const REVISIONS = `SELECT r."number", r."importedAt"::text AS "importedAt",
  (SELECT coalesce(json_agg(c ORDER BY c."sortKey"), '[]') FROM "RevisionChange" c WHERE c."revisionId" = r."id")::text AS changes,
  (SELECT coalesce(json_agg(json_build_object('path', f."path", 'sha256', f."sha256", 'isNew',
     (SELECT b."sha256" FROM "RevisionFile" b WHERE b."path" = f."path" AND b."sortKey" > f."sortKey" ORDER BY b."sortKey" LIMIT 1) IS NULL)
     ORDER BY f."sortKey"), '[]') FROM "RevisionFile" f WHERE f."revisionId" = r."id")::text AS files
  FROM "Revision" r WHERE r."number" > 0 ORDER BY r."number" DESC LIMIT $1`;

interface Found {
  readonly number: number;
  readonly importedAt: string;
  readonly changes: string;
  readonly files: string;
}

/** The latest imports, newest first, at most `most`. */
export async function readHistory(db: Database, most: number): Promise<readonly PastImport[]> {
  const found = await db.query<Found>({ text: REVISIONS, values: [most] });
  return found.map(({ number, importedAt, changes, files }) => ({
    number,
    importedAt: new Date(importedAt),
    changes: JSON.parse(changes),
    files: JSON.parse(files),
  }));
}
