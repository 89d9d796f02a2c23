import jsonld from 'jsonld';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { CONTEXT } from '../../src/linked-data/context.ts';
import { linkedData } from '../../src/linked-data/document.ts';
import { ask, schema } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

type Json = Readonly<Record<string, unknown>>;

const SCHEMA_ORG = 'https://schema.org/';

let database: Database;
let slugs: { readonly articles: readonly string[]; readonly people: readonly string[] };
beforeAll(async () => {
  database = await seededDatabase();
  const query = '{ articles(first: 1000) { nodes { slug } } people(first: 1000) { nodes { slug } } }';
  const data = (await ask(database, query)) as Record<'articles' | 'people', { nodes: { slug: string }[] }>;
  const of = (name: 'articles' | 'people') => data[name].nodes.map(({ slug }) => slug);
  slugs = { articles: of('articles'), people: of('people') };
});

async function documentOf(kind: 'article' | 'person', slug: string): Promise<Json> {
  const found = await linkedData({ schema, database }, kind, slug);
  if (!('document' in found)) throw new Error(`${slug} was not found`);
  return found.document;
}

async function documents(kind: 'article' | 'person'): Promise<Json[]> {
  const all: Json[] = [];
  for (const slug of kind === 'article' ? slugs.articles : slugs.people) all.push(await documentOf(kind, slug));
  return all;
}

interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}

/** Documents must be self-contained: fetching anything is an error. */
const documentLoader = (url: string) => Promise.reject(new Error(`a processor tried to fetch ${url}`));

/** `safe` turns lost data into an error. The package's types lack it. */
const options = { documentLoader, safe: true };

/** All objects in a document, outermost first. */
function objects(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== 'object' || value === null) return [];
  return [{ ...value }, ...Object.entries(value).flatMap(([key, inner]) => (key === '@context' ? [] : objects(inner)))];
}

const typed = (document: Json, type: string) => objects(document).filter((one) => one['@type'] === type);

describe.each(['article', 'person'] as const)('each %s of the seeds as JSON-LD', (kind) => {
  test('is expanded by a processor without loss: every key is an IRI', async () => {
    for (const document of await documents(kind)) {
      const expanded = await jsonld.expand(document as object, options);
      expect(expanded).toHaveLength(1);
      const keys = objects(expanded).flatMap((one) => Object.keys(one).filter((key) => !key.startsWith('@')));
      for (const key of keys) expect(key).toMatch(/^(https:\/\/schema\.org\/|urn:onrecord:)[A-Za-z]+$/);
      const types = objects(expanded).flatMap((one) => one['@type'] ?? []);
      for (const type of types) expect(type).toMatch(/^https:\/\/schema\.org\/[A-Z][A-Za-z]+$/);
    }
  });

  test('becomes RDF with a statement for each text', async () => {
    for (const document of await documents(kind)) {
      const quads = (await jsonld.toRDF(document as object, options)) as unknown as readonly Quad[];
      const statements = new Set(
        quads.map((quad) => `${quad.subject.value} ${quad.predicate.value} ${quad.object.value}`),
      );
      for (const { '@id': id, ...one } of objects(document)) {
        const texts = Object.entries(one).filter(([key, value]) => !key.startsWith('@') && typeof value === 'string');
        if (id) for (const [key, text] of texts) expect(statements).toContain(`${id} ${SCHEMA_ORG}${key} ${text}`);
      }
      expect(statements.size).toBeGreaterThan(1);
    }
  });

  test('gives everything a stable IRI and has no empty values', async () => {
    for (const document of await documents(kind)) {
      for (const one of objects(document)) {
        if (one['@type'] !== 'Occupation') expect(one['@id']).toMatch(/^urn:onrecord:[A-Z][A-Za-z]+_[\w-]+$/);
        for (const value of Object.values(one)) expect([null, undefined, '', 0]).not.toContain(value);
      }
      expect(document['@context']).toBe(CONTEXT);
    }
  });
});

test('an article is a NewsArticle with the same parts as in the API', async () => {
  const query = `query ($slug: String!) { article(slug: $slug) {
    headline language
    quoted: wordings(where: { rendering: { ne: REPORTED } }, first: 1000) { nodes { text } }
    reported: wordings(where: { rendering: { eq: REPORTED } }, first: 1000) { totalCount }
    positions(first: 1000) { nodes { gloss } } claims(first: 1000) { nodes { gloss } }
  } }`;
  let all = 0;
  for (const slug of slugs.articles) {
    const document = await documentOf('article', slug);
    const { article } = (await ask(database, query, { slug })) as { article: Answer };
    expect(document).toMatchObject({
      '@type': 'NewsArticle',
      headline: article.headline,
      inLanguage: article.language,
    });
    const parts = document.hasPart as readonly Json[];
    const quotations = parts.filter((part) => part['@type'] === 'Quotation');
    expect(quotations.map(({ text }) => text)).toEqual(article.quoted.nodes.map(({ text }) => text));
    all += quotations.length;
    const claims = parts.filter((part) => part['@type'] === 'Claim');
    expect(claims).toHaveLength(
      article.reported.totalCount + article.positions.nodes.length + article.claims.nodes.length,
    );
    for (const claim of claims) expect(claim.appearance).toEqual({ '@id': document['@id'] });
    const glosses = claims.map(({ text }) => text);
    for (const { gloss } of article.positions.nodes) expect(glosses).toContain(gloss);
  }
  expect(all).toBeGreaterThan(10);
});

interface Answer {
  readonly headline: string;
  readonly language: string;
  readonly quoted: { readonly nodes: { readonly text: string }[] };
  readonly reported: { readonly totalCount: number };
  readonly positions: { readonly nodes: { readonly gloss: string }[] };
  readonly claims: { readonly nodes: { readonly gloss: string }[] };
}

test('publishers, bylines and known dates of an article use schema.org’s terms', async () => {
  const query = `{ articles(first: 1000) { nodes { slug published { earliest latest }
    publishers(first: 9) { nodes { name } }
    bylines: credits(where: { capacity: { eq: BYLINE } }) { nodes { contributor { name } outlet { name } } } } } }`;
  const { articles } = (await ask(database, query)) as { articles: { nodes: Facts[] } };
  const names = (value: unknown) => (value as readonly Json[] | undefined)?.map(({ name }) => name) ?? [];
  for (const { slug, published, publishers, bylines } of articles.nodes) {
    const document = await documentOf('article', slug);
    expect(new Set(names(document.publisher))).toEqual(new Set(publishers.nodes.map(({ name }) => name)));
    expect(names(document.author)).toEqual(
      bylines.nodes.map(({ contributor, outlet }) => (contributor ?? outlet)?.name),
    );
    const day = published?.earliest === published?.latest ? published?.earliest : undefined;
    expect(document.datePublished).toBe(day ?? undefined);
  }
  expect(articles.nodes.some(({ publishers }) => publishers.nodes.length > 0)).toBe(true);
});

interface Facts {
  readonly slug: string;
  readonly published: { readonly earliest: string | null; readonly latest: string | null } | null;
  readonly publishers: { readonly nodes: { readonly name: string }[] };
  readonly bylines: { readonly nodes: { readonly contributor: Named | null; readonly outlet: Named | null }[] };
}

interface Named {
  readonly name: string;
}

test('a person has titles by article, words, and positions on proposals', async () => {
  const document = await documentOf('person', 'kaja-kallas');
  expect(document).toMatchObject({ '@type': 'Person', name: 'Kaja Kallas' });
  const [role] = document.hasOccupation as readonly Json[];
  expect(role).toMatchObject({
    '@type': 'Role',
    hasOccupation: { '@type': 'Occupation', name: expect.any(String) },
    subjectOf: { '@id': expect.stringContaining('Article_') },
  });
  expect(document.jobTitle).toContain(role?.roleName);
  const quotations = document.quotation as readonly Json[];
  expect(quotations.length).toBeGreaterThan(5);
  const flat = await jsonld.flatten(document as object, undefined, options);
  const speakers = (flat as unknown as Json[]).flatMap((node) => node[`${SCHEMA_ORG}spokenByCharacter`] ?? []);
  expect(speakers).toHaveLength(quotations.length);
  for (const speaker of speakers) expect(speaker).toEqual({ '@id': document['@id'] });
  expect(typed(document, 'Claim').length).toBeGreaterThan(0);
});

test('people with credits are linked to their articles, as author or contributor', async () => {
  const query = `{ credits(where: { contributor: {}, capacity: { in: [BYLINE, ASSISTANCE] } }, first: 1000) {
    nodes { capacity contributor { id slug } article { id headline } } } }`;
  const { credits } = (await ask(database, query)) as { credits: { nodes: Credited[] } };
  expect(new Set(credits.nodes.map(({ capacity }) => capacity)).size).toBeGreaterThan(0);
  for (const { capacity, contributor, article } of credits.nodes) {
    const document = await documentOf('person', contributor.slug);
    const quads = (await jsonld.toRDF(document as object, options)) as unknown as readonly Quad[];
    const statements = quads.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]);
    const about = `urn:onrecord:${article.id}`;
    const tie = `${SCHEMA_ORG}${capacity === 'BYLINE' ? 'author' : 'contributor'}`;
    expect(statements).toContainEqual([about, tie, `urn:onrecord:${contributor.id}`]);
    expect(statements).toContainEqual([about, `${SCHEMA_ORG}headline`, article.headline]);
  }
});

interface Credited {
  readonly capacity: 'BYLINE' | 'ASSISTANCE';
  readonly contributor: { readonly id: string; readonly slug: string };
  readonly article: { readonly id: string; readonly headline: string };
}

test('an unknown slug is not found, and a similar one is suggested', async () => {
  const source = { schema, database };
  expect(await linkedData(source, 'person', 'kaja-kalas')).toEqual({ suggestion: 'kaja-kallas' });
  expect(await linkedData(source, 'article', 'qqqq-zzzz-xxxx')).toEqual({ suggestion: undefined });
});
