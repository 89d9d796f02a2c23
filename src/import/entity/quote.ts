import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { codePointLength } from '../../text/code-point.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { Entity } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import type { Row } from '../row.ts';
import type { Rows } from '../rows.ts';
import { docOf, slug } from '../shape.ts';

const shape = z.strictObject({
  about: z.array(slug('The slug of an actor.')).optional().describe(docOf('Quote', 'about')),
  proposals: z.array(slug('The slug of a proposal.')).optional().describe(docOf('Quote', 'proposals')),
  event: slug(docOf('Quote', 'event')).optional(),
  distinctFrom: z.array(slug('The slug of a quote.')).optional().describe(docOf('Quote', 'distinctFrom')),
});

export const quote: Entity<z.output<typeof shape>> = {
  model: 'Quote',
  shape,
  id: (_, context) => globalId('Quote', context.item.name),
  rows({ about, proposals, event, distinctFrom }, context, id) {
    const eventId = context.optionalRef('Event', event, 'event');
    const unknownYet = { sortKey: '', text: '', speakerId: null, consistent: true };
    context.add('Quote', { id, slug: context.item.name, eventId, ...unknownYet });
    for (const actorId of context.refs('Actor', about, 'about')) context.add('QuoteAbout', { quoteId: id, actorId });
    for (const proposalId of context.refs('Proposal', proposals, 'proposals')) {
      context.add('QuoteProposal', { quoteId: id, proposalId });
    }
    distinctFrom?.forEach((other, i) => {
      if (other === context.item.name)
        context.problem('a quote cannot be distinct from itself: remove it from this list', 'distinctFrom', i);
    });
    for (const otherId of context.refs('Quote', distinctFrom, 'distinctFrom')) keepApart(id, otherId, context);
  },
  entry(id, context) {
    const about = context.where('QuoteAbout', 'quoteId', id).map(({ actorId }) => actorId);
    const proposals = context.where('QuoteProposal', 'quoteId', id).map(({ proposalId }) => proposalId);
    const others = context.where('QuoteDistinction', 'quoteId', id).map(({ otherId }) => otherId);
    const { slug: own, eventId } = context.get('Quote', id);
    return {
      about: context.refs('Actor', about),
      proposals: context.refs('Proposal', proposals),
      event: context.ref('Event', eventId),
      // Stored both ways, exported once.
      distinctFrom: context.refs('Quote', others).filter((other) => other > own),
    };
  },
  parts: ['QuoteAbout', 'QuoteProposal', 'QuoteDistinction'],
  finish(dataset) {
    for (const { id } of dataset.rows.all('Quote')) derive(id, dataset);
  },
};

// Stored both ways; either entry may say it, or both.
function keepApart(id: string, otherId: string, { dataset, location }: EntryContext): void {
  dataset.rows.add('QuoteDistinction', { quoteId: id, otherId }, location);
  dataset.rows.add('QuoteDistinction', { quoteId: otherId, otherId: id }, location);
}

function derive(id: string, { rows, problems, complete }: DatasetDraft): void {
  const wordings = rows.where('Wording', 'quoteId', id).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const parts = fullestParts(wordings);
  const [first] = wordings;
  if (!first || parts.length === 0) {
    const problem = first
      ? 'this quote only has REPORTED wordings: it needs one that is QUOTED or ECHO'
      : 'no article has a wording of this quote: add one or remove the quote';
    const location = rows.location('Quote', id);
    if (location && complete) problems.push(location.keyProblem(problem));
    return;
  }
  rows.set('Quote', id, {
    sortKey: first.sortKey,
    text: parts.map((part) => part.text).join(' … '),
    speakerId: parts.find((part) => part.speakerId !== null)?.speakerId ?? null,
    consistent: isConsistent(wordings, rows),
  });
}

/** The verbatim wordings of the article that prints most of the quote, without those that another one contains. */
function fullestParts(wordings: readonly Row<'Wording'>[]): readonly Row<'Wording'>[] {
  const quoted = wordings.filter((w) => w.rendering === 'QUOTED');
  const verbatim = quoted.length > 0 ? quoted : wordings.filter((w) => w.rendering === 'ECHO');
  let fullest: readonly Row<'Wording'>[] = [];
  for (const articleId of new Set(verbatim.map((w) => w.articleId))) {
    const ofArticle = verbatim.filter((w) => w.articleId === articleId);
    const parts = ofArticle.filter((part, i) => !ofArticle.some((other, j) => i !== j && covers(other, part, j < i)));
    if (lengthOf(parts) > lengthOf(fullest)) fullest = parts;
  }
  return fullest;
}

function covers(whole: Row<'Wording'>, part: Row<'Wording'>, before: boolean): boolean {
  if (whole.text === part.text) return before;
  return whole.text?.includes(part.text ?? '') ?? false;
}

function lengthOf(parts: readonly Row<'Wording'>[]): number {
  return parts.reduce((length, part) => length + codePointLength(part.text ?? ''), 0);
}

/** Whether all articles agree on who said the words, and each with itself. */
function isConsistent(wordings: readonly Row<'Wording'>[], rows: Rows): boolean {
  const articles = [...new Set(wordings.map(({ articleId }) => articleId))];
  const found = articles.map((articleId) => {
    const speakers = wordings.filter((w) => w.articleId === articleId).flatMap(({ speakerId }) => speakerId ?? []);
    const sources = speakers.flatMap((id) => rows.get('Source', id) ?? []);
    // One of the officials is named more precisely than the officials.
    const number = sources.length === 0 ? null : sources.every(({ collective }) => collective) ? 'several' : 'one';
    return { identities: new Set(speakers.map((id) => identity(id, rows))), number };
  });
  const identities = new Set(found.flatMap((article) => [...article.identities]));
  const numbers = new Set(found.flatMap(({ number }) => number ?? []));
  const somebody = new Set(found.map((article) => article.identities.size > 0));
  return identities.size <= 1 && numbers.size <= 1 && somebody.size === 1;
}

// Unnamed sources are never merged across articles. Two of them count as the same speaker if they belong to the same
// organisation or, without one, if their names are printed alike.
function identity(speakerId: string, rows: Rows): string {
  const source = rows.get('Source', speakerId);
  return source ? (source.memberOfId ?? sortKey(source.printedAs)) : speakerId;
}
