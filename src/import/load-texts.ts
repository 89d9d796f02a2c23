import type { Database, Session } from '../db/database.ts';
import { readTexts, type TextFile } from '../evidence/copy.ts';
import { globalId } from '../model/id.ts';
import { sortKey } from '../text/sort-key.ts';
import { revisionKeys } from './revise.ts';

/** What came of loading texts. */
export interface LoadedTexts {
  /** Slugs of the articles whose text was loaded now, in the order of the articles. */
  readonly loaded: readonly string[];
  /** How many articles of those in the folder had their text already. */
  readonly present: number;
  /** Slugs of the articles that have no text, here or in the database. */
  readonly missing: readonly string[];
  /** A line for each file that can be no article's text. */
  readonly passedOver: readonly string[];
  /** Number of the data's revision afterwards: a new one when a text was loaded, since answers may show it. */
  readonly revision: number;
}

interface Article {
  readonly slug: string;
  readonly sha256: string;
  /** Whether its text is in the database. */
  readonly present: boolean;
}

const ARTICLES = `
  SELECT a."slug", a."textSha256" AS "sha256", t."sha256" IS NOT NULL AS "present"
  FROM "Article" a LEFT JOIN "ArticleText" t ON t."sha256" = a."textSha256" ORDER BY a."sortKey", a."id"`;

const INSERT = `
  INSERT INTO "ArticleText" ("sha256", "body", "bodyKey") SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`;

const NEWEST = 'SELECT "number", "filesSha256" FROM "Revision" ORDER BY "number" DESC LIMIT 1';

const REVISION = 'INSERT INTO "Revision" ("id", "sortKey", "number", "filesSha256") VALUES ($1, $2, $3, $4)';

const CHANGE = `
  INSERT INTO "RevisionChange" ("id", "sortKey", "revisionId", "entity", "added", "changed", "removed")
  VALUES ($1, $2, $3, 'ArticleText', $4, 0, 0)`;

/** How many texts go to the database at once. */
const BATCH = 100;

/**
 * Loads every text of a folder whose digest is that of an article, whatever its file is called, in one transaction.
 * Texts are never taken away here: one goes with its article, or when the article names another digest.
 */
export function loadTexts(db: Database, dir: string): Promise<LoadedTexts> {
  return db.transaction(async (session) => {
    const articles = await session.query<Article>({ text: ARTICLES, values: [] });
    const wanted = new Map(articles.map((article) => [article.sha256, article]));
    const found = new Set<string>();
    const passedOver: string[] = [];
    let batch: TextFile[] = [];
    for await (const file of readTexts(dir)) {
      if ('reason' in file) passedOver.push(file.reason);
      else {
        const article = wanted.get(file.sha256);
        if (article && !article.present && !found.has(file.sha256)) batch.push(file);
        if (article) found.add(file.sha256);
      }
      if (batch.length === BATCH) batch = await insert(session, batch);
    }
    await insert(session, batch);
    const loaded = articles.filter(({ sha256, present }) => found.has(sha256) && !present);
    const revision = await revise(session, loaded.length);
    return {
      loaded: loaded.map(({ slug }) => slug),
      present: found.size - loaded.length,
      missing: articles.filter(({ sha256, present }) => !present && !found.has(sha256)).map(({ slug }) => slug),
      passedOver,
      revision,
    };
  });
}

/** Records texts that were loaded, and returns the number of the data's revision. */
async function revise(session: Session, loaded: number): Promise<number> {
  const [newest] = await session.query<{ number: number; filesSha256: string }>({ text: NEWEST, values: [] });
  if (loaded === 0 || !newest) return newest?.number ?? 0;
  const number = newest.number + 1;
  const { id, sortKey: key } = revisionKeys(number);
  await session.query({ text: REVISION, values: [id, key, number, newest.filesSha256] });
  const change = [globalId('RevisionChange', number, 'ArticleText'), `${key}/ArticleText`, id, loaded];
  await session.query({ text: CHANGE, values: change });
  return number;
}

/** Writes some texts and returns an empty list for the next. */
async function insert(session: Session, texts: readonly TextFile[]): Promise<TextFile[]> {
  const values = [
    texts.map(({ sha256 }) => sha256),
    texts.map(({ text }) => text),
    texts.map(({ text }) => sortKey(text)),
  ];
  if (texts.length > 0) await session.query({ text: INSERT, values });
  return [];
}
