import type { Database, TransactionClient } from '../db/database.ts';
import { readTexts, type TextFile } from '../evidence/copy.ts';
import { sortKey } from '../text/sort-key.ts';
import { addRevision, newestRevision } from './revise.ts';

/** The result of loading texts. */
export interface LoadedTexts {
  /** Slugs of the articles whose text was loaded, in the order of the articles. */
  readonly loaded: readonly string[];
  /** How many articles with a text in the folder already had it in the database. */
  readonly present: number;
  /** Slugs of the articles whose text is neither in the folder nor in the database. */
  readonly missing: readonly string[];
  /** A line for each file that cannot be the text of an article. */
  readonly passedOver: readonly string[];
  /** Number of the revision afterwards: a new one if a text was loaded, since answers may include it. */
  readonly revision: number;
}

interface Article {
  readonly id: string;
  readonly slug: string;
  readonly sha256: string;
  /** Whether the database has its text. */
  readonly present: boolean;
}

interface Loading {
  readonly articleId: string;
  readonly file: TextFile;
}

/** Texts in one statement. */
const BATCH = 100;

/**
 * Loads every text of a folder that has the checksum of an article, in one transaction. File names do not matter. Never
 * removes texts: the import does, when no article has their checksum any more.
 */
export function loadTexts(db: Database, dir: string): Promise<LoadedTexts> {
  return db.write(async (client) => {
    const articles = await articlesOf(client);
    const wanted = new Map<string, Article[]>();
    for (const article of articles) wanted.set(article.sha256, [...(wanted.get(article.sha256) ?? []), article]);
    const found = new Set<string>();
    const passedOver: string[] = [];
    let batch: Loading[] = [];
    for await (const file of readTexts(dir)) {
      if ('reason' in file) passedOver.push(file.reason);
      else {
        const same = wanted.get(file.sha256) ?? [];
        if (!found.has(file.sha256))
          batch.push(...same.flatMap(({ id, present }) => (present ? [] : { articleId: id, file })));
        if (same.length > 0) found.add(file.sha256);
      }
      if (batch.length >= BATCH) batch = await insert(client, batch);
    }
    await insert(client, batch);
    const loaded = articles.filter(({ sha256, present }) => found.has(sha256) && !present);
    const newest = await newestRevision(client);
    const changes = { ArticleText: { added: loaded.length, changed: 0, removed: 0 } };
    const revision = loaded.length > 0 ? await addRevision(client, newest.filesSha256, changes) : newest.number;
    return {
      loaded: loaded.map(({ slug }) => slug),
      present: articles.filter(({ sha256, present }) => found.has(sha256) && present).length,
      missing: articles.filter(({ sha256, present }) => !present && !found.has(sha256)).map(({ slug }) => slug),
      passedOver,
      revision,
    };
  });
}

async function articlesOf(client: TransactionClient): Promise<readonly Article[]> {
  const found = await client.article.findMany({
    select: { id: true, slug: true, textSha256: true, text: { select: { sha256: true } } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
  });
  return found.map(({ id, slug, textSha256, text }) => ({ id, slug, sha256: textSha256, present: text !== null }));
}

/** Writes texts and returns an empty list for the next batch. */
async function insert(client: TransactionClient, texts: readonly Loading[]): Promise<Loading[]> {
  const data = texts.map(({ articleId, file: { sha256, text } }) => {
    return { articleId, sha256, body: text, bodyKey: sortKey(text) };
  });
  if (data.length > 0) await client.articleText.createMany({ data });
  return [];
}
