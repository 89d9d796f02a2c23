import { amountTokens, signTokens } from '../../text/search/amount.ts';
import { dateWords } from '../../text/search/calendar.ts';
import { latin, soundOf, soundToken, soundWords } from '../../text/search/latin.ts';
import { stanceToken } from '../../text/search/stance.ts';
import { wordsIn } from '../../text/search/words.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { Row } from '../row.ts';
import type { Rows } from '../rows.ts';

/** A row of the table SearchDocument. */
export interface SearchDocument {
  readonly nodeId: string;
  readonly kind: string;
  readonly language: string | null;
  readonly names: readonly string[];
  readonly sounds: readonly string[];
  readonly texts: readonly string[];
  readonly keys: readonly string[];
  readonly own: string;
  readonly body: string;
  readonly related: string;
  readonly further: string;
}

type Text = string | null | undefined;

/** What finds an entity. All but the facts are texts as they are in the dataset. */
interface Found {
  readonly id: string;
  readonly articleId?: string | null;
  readonly names?: readonly Text[];
  /** A name that is searched, but not shown. */
  readonly slug?: string;
  /** Tokens for days, amounts and stances. */
  readonly facts?: readonly string[];
  /** Tokens that count as much as the words of a summary. */
  readonly lesserFacts?: readonly string[];
  readonly body?: readonly Text[];
  readonly related?: readonly Text[];
  readonly further?: readonly Text[];
}

/** The search documents of a dataset: for each entity that search finds, all that finds it. */
export function searchDocuments(rows: Rows): readonly SearchDocument[] {
  const languages = new Map(rows.all('Article').map(({ id, language }) => [id, language]));
  return [...found(rows)].map((one) => document(one, (one.articleId && languages.get(one.articleId)) ?? null));
}

function* found(rows: Rows): Generator<Found> {
  const namesOf = nameFinder(rows);
  const languageOf = (articleId: string | undefined) => rows.get('Article', articleId ?? null)?.language ?? null;
  for (const { id } of rows.all('Actor')) {
    const titles = rows.where('Title', 'personId', id).map(({ text }) => text);
    yield { id, articleId: rows.get('Source', id)?.articleId ?? null, names: namesOf(id), related: titles };
  }
  for (const { id, name } of rows.all('Outlet')) yield { id, names: [name] };
  for (const { id, summary } of rows.all('Proposal')) yield { id, names: namesOf(id), further: [summary] };
  for (const event of rows.all('Event')) {
    const facts = dateWords(event.whenEarliest, event.whenLatest, null);
    yield { id: event.id, names: [event.name], facts, further: [event.place] };
  }
  for (const article of rows.all('Article')) {
    const { id, slug, headline, alternativeHeadline, summary, language } = article;
    const published = dateWords(article.publishedEarliest, article.publishedLatest, language);
    yield {
      id,
      articleId: id,
      names: [headline, alternativeHeadline],
      slug,
      further: [summary],
      lesserFacts: published,
    };
  }
  for (const wording of rows.all('Wording')) {
    yield {
      id: wording.id,
      articleId: wording.articleId,
      facts: dateWords(wording.saidEarliest, wording.saidLatest, languageOf(wording.articleId)),
      body: [wording.text],
      related: [...namesOf(wording.speakerId), wording.attributedAs],
      further: [wording.gloss],
    };
  }
  for (const { id, text, speakerId } of rows.all('Quote')) {
    const wordings = rows.where('Wording', 'quoteId', id);
    const speakers = new Set([speakerId, ...wordings.map((wording) => wording.speakerId)]);
    yield {
      id,
      articleId: wordings[0]?.articleId ?? null,
      facts: wordings.flatMap((one) => dateWords(one.saidEarliest, one.saidLatest, languageOf(one.articleId))),
      body: [text, ...wordings.map((wording) => wording.text)],
      related: [...[...speakers].flatMap(namesOf), ...wordings.map(({ attributedAs }) => attributedAs)],
      further: wordings.map(({ gloss }) => gloss),
    };
  }
  for (const { id, topic } of rows.all('Disagreement')) yield { id, body: [topic] };
  for (const assertion of rows.all('Assertion')) yield ofAssertion(rows, assertion, { namesOf, languageOf });
}

/** The names of an actor, proposal or event: its own and its aliases. */
type NamesOf = (id: string | null) => readonly string[];

function nameFinder(rows: Rows): NamesOf {
  return (id) => {
    if (id === null) return [];
    const name = (rows.get('Actor', id) ?? rows.get('Proposal', id) ?? rows.get('Event', id))?.name ?? '';
    const { printedAs } = rows.get('Source', id) ?? {};
    // A generated name contains the article's short name, which would find all of its sources.
    const own = printedAs === undefined ? [name] : [printedAs, ...(name.startsWith(`${printedAs} (`) ? [] : [name])];
    const aliases = [...rows.where('Alias', 'actorId', id), ...rows.where('Alias', 'proposalId', id)];
    return [...own, ...aliases.map(({ text }) => text)];
  };
}

function ofAssertion(
  rows: Rows,
  assertion: Row<'Assertion'>,
  { namesOf, languageOf }: { namesOf: NamesOf; languageOf: (articleId: string) => string | null },
): Found {
  const { id, articleId, gloss, whenEarliest, whenLatest } = assertion;
  const facts = dateWords(whenEarliest, whenLatest, languageOf(articleId));
  const position = rows.get('Position', id);
  if (position) {
    const { actorId, proposalId, side, stance, condition } = position;
    return {
      id,
      articleId,
      facts: [...facts, stanceToken(side), stanceToken(stance)],
      body: [gloss],
      related: [...namesOf(actorId), ...namesOf(proposalId)],
      // Expected opposition is found by "against" too, after what is known.
      lesserFacts: stance === 'EXPECTED_TO_OPPOSE' ? [stanceToken('AGAINST')] : [],
      further: [condition],
    };
  }
  const claim = rows.get('Claim', id);
  if (claim) {
    const about = [claim.aboutActorId, claim.aboutProposalId, claim.aboutEventId, assertion.assertedById];
    return {
      id,
      articleId,
      facts: [...facts, ...amountTokens([claim.amount, claim.amountTo], claim.unit)],
      body: [gloss, claim.value],
      related: about.flatMap(namesOf),
    };
  }
  return { id, articleId, facts, body: [gloss] };
}

/** Keeps the texts of a field apart, so that no phrase begins in one and ends in the next. */
const BETWEEN = ' 0 ';

function document(one: Found, language: string | null): SearchDocument {
  const names = written(one.names);
  const [body, related, further] = [written(one.body), written(one.related), written(one.further)];
  const texts = [...new Set([...names, ...body, ...further])];
  const named = [...names, ...(one.slug === undefined ? [] : [one.slug])].map(sortKey);
  return {
    nodeId: one.id,
    kind: one.id.slice(0, one.id.indexOf('_')),
    language,
    names: named.map((key) => wordsIn(key).join(' ')),
    sounds: named.map((key) => soundWords(key).map(soundOf).join(' ')),
    texts,
    keys: texts.map(sortKey),
    own: [...named.map(nameWords), [...new Set(one.facts)].join(' ')].filter(Boolean).join(BETWEEN),
    body: body.map(textWords).join(BETWEEN),
    related: related.map((name) => nameWords(sortKey(name))).join(BETWEEN),
    further: [...further.map(textWords), one.lesserFacts?.join(' ')].filter(Boolean).join(BETWEEN),
  };
}

function written(texts: readonly Text[] = []): readonly string[] {
  return [...new Set(texts.filter((text) => typeof text === 'string' && text !== ''))] as readonly string[];
}

function nameWords(key: string): string {
  return [...wordsIn(key), ...soundWords(key).map(soundToken)].join(' ');
}

/** The words of a text; those in Cyrillic or Greek letters also in Latin letters, and a token for each sign of a currency. */
function textWords(text: string): string {
  const key = sortKey(text);
  const words = wordsIn(key);
  const spelled = words.map(latin).filter((word, i) => word !== words[i]);
  return [...words, ...spelled, ...signTokens(key)].join(' ');
}
