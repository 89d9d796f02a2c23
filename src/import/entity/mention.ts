import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { Entity } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import type { Row } from '../row.ts';
import { actorRef, docOf, figure, oneOf, slug, span, text } from '../shape.ts';
import { anchored, sortKeyAt } from '../span.ts';

const shape = z.strictObject({
  actor: actorRef(docOf('Mention', 'actor')).optional(),
  proposal: slug(docOf('Mention', 'proposal')).optional(),
  text: text(docOf('Mention', 'text'), 'span'),
  span: span.optional(),
  zone: oneOf('Zone', docOf('Mention', 'zone')),
  form: oneOf('MentionKind', docOf('Mention', 'kind')),
  figure: figure.optional(),
});
type Item = z.output<typeof shape>;

export const mention: Entity<Item> = {
  model: 'Mention',
  shape,
  id: (value, context) => {
    const { start = -1, end = -1 } = value.span ?? {};
    return globalId('Mention', context.article.slug, start, end, subjectOf(value, context));
  },
  rows(value, context, id) {
    context.exactlyOne(value, 'actor', 'proposal');
    if (value.figure !== undefined && value.zone !== 'CAPTION')
      context.problem('only a CAPTION has a figure: remove "figure"', 'figure');
    const found = anchored(value.span, context, value.text);
    context.add('Mention', {
      id,
      sortKey: sortKeyAt(context.article.slug, found),
      articleId: context.article.id,
      actorId: context.optionalRef('Actor', value.actor, 'actor'),
      proposalId: context.optionalRef('Proposal', value.proposal, 'proposal'),
      text: value.text,
      ...found,
      paragraph: value.span?.paragraph ?? null,
      zone: value.zone,
      kind: value.form,
      figure: value.figure ?? null,
      wordingId: null,
    });
  },
  entry(id, context) {
    const { actorId, proposalId, text, start, end, paragraph, zone, kind: form, figure } = context.get('Mention', id);
    const [actor, proposal] = [context.ref('Actor', actorId), context.ref('Proposal', proposalId)];
    return { actor, proposal, text, span: { start, end, paragraph: paragraph ?? undefined }, zone, form, figure };
  },
  finish(dataset) {
    for (const row of dataset.rows.all('Mention')) {
      findWording(row, dataset);
      findPhotoCredits(row, dataset);
    }
  },
};

function findWording({ id, articleId, start, end }: Row<'Mention'>, { rows }: DatasetDraft): void {
  const around = rows
    .where('Wording', 'articleId', articleId)
    .find((w) => w.rendering !== 'REPORTED' && w.start <= start && end <= w.end);
  if (around) rows.set('Mention', id, { wordingId: around.id });
}

function findPhotoCredits({ id, articleId, figure: number }: Row<'Mention'>, { rows }: DatasetDraft): void {
  if (number === null) return;
  for (const { id: creditId } of rows.where('Assertion', 'articleId', articleId)) {
    const credit = rows.get('Credit', creditId);
    const location = rows.location('Mention', id);
    if (credit?.capacity === 'PHOTO' && credit.figure === number && location) {
      rows.add('MentionPhotoCredit', { mentionId: id, creditId }, location);
    }
  }
}

function subjectOf({ actor, proposal }: Item, context: EntryContext): string {
  return actor === undefined ? (proposal ?? '') : context.fullName('Actor', actor);
}
