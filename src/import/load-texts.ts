import type { Database, TransactionClient } from '../db/database.ts';
import { readTexts, type TextFile } from '../evidence/copy.ts';
import { sortKey } from '../text/sort-key.ts';
import { addRevision, newestRevision } from './revise.ts';

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

/** How many texts go to the database at once. */
const BATCH = 100;

/**
 * Loads every text of a folder whose checksum is that of an article, whatever its file is called, in one transaction.
 * Texts are never taken away here: one goes with its article, or when the article names another checksum.
 */
export function loadTexts(db: Database, dir: string): Promise<LoadedTexts> {
  return db.write(async (client) => {
    const articles = await articlesOf(client);
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
      if (batch.length === BATCH) batch = await insert(client, batch);
    }
    await insert(client, batch);
    const loaded = articles.filter(({ sha256, present }) => found.has(sha256) && !present);
    const newest = await newestRevision(client);
    const changes = { ArticleText: { added: loaded.length, changed: 0, removed: 0 } };
    const revision = loaded.length > 0 ? await addRevision(client, newest.filesSha256, changes) : newest.number;
    return {
      loaded: loaded.map(({ slug }) => slug),
      present: found.size - loaded.length,
      missing: articles.filter(({ sha256, present }) => !present && !found.has(sha256)).map(({ slug }) => slug),
      passedOver,
      revision,
    };
  });
}

async function articlesOf(client: TransactionClient): Promise<readonly Article[]> {
  const found = await client.article.findMany({
    select: { slug: true, textSha256: true, text: { select: { sha256: true } } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
  });
  return found.map(({ slug, textSha256, text }) => ({ slug, sha256: textSha256, present: text !== null }));
}

/** Writes some texts and returns an empty list for the next. */
async function insert(client: TransactionClient, texts: readonly TextFile[]): Promise<TextFile[]> {
  const data = texts.map(({ sha256, text }) => ({ sha256, body: text, bodyKey: sortKey(text) }));
  if (data.length > 0) await client.articleText.createMany({ data });
  return [];
}
