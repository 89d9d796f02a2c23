import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Dataset } from '../dataset.ts';
import type { Entity } from '../entity.ts';
import type { Row } from '../row.ts';
import type { Scope } from '../scope.ts';
import { actorRef, docOf, figure, oneOf, slug, span, text } from '../shape.ts';
import { anchored, sortKeyAt } from '../span.ts';

const shape = z.strictObject({
  actor: actorRef(docOf('Mention', 'actor')).optional(),
  proposal: slug(docOf('Mention', 'proposal')).optional(),
  text: text(docOf('Mention', 'text')),
  span: span.optional(),
  zone: oneOf('Zone', docOf('Mention', 'zone')),
  form: oneOf('MentionForm', docOf('Mention', 'form')),
  figure: figure.optional(),
});
type Item = z.output<typeof shape>;

export const mention: Entity<Item> = {
  model: 'Mention',
  shape,
  id: (value, scope) => {
    const { start = -1, end = -1 } = value.span ?? {};
    return globalId('Mention', scope.article.slug, start, end, subjectOf(value, scope));
  },
  rows(value, scope, id) {
    scope.exactlyOne(value, 'actor', 'proposal');
    if (value.figure !== undefined && value.zone !== 'CAPTION') scope.problem('only a CAPTION has a figure', 'figure');
    const place = anchored(value.span, scope, value.text);
    scope.add('Mention', {
      id,
      sortKey: sortKeyAt(scope.article.slug, place),
      articleId: scope.article.id,
      actorId: scope.optionalRef('Actor', value.actor, 'actor'),
      proposalId: scope.optionalRef('Proposal', value.proposal, 'proposal'),
      text: value.text,
      ...place,
      zone: value.zone,
      form: value.form,
      figure: value.figure ?? null,
      wordingId: null,
    });
  },
  entry(id, scope) {
    const { actorId, proposalId, text, start, end, zone, form, figure } = scope.get('Mention', id);
    const [actor, proposal] = [scope.ref('Actor', actorId), scope.ref('Proposal', proposalId)];
    return { actor, proposal, text, span: { start, end }, zone, form, figure };
  },
  finish(knowledge) {
    for (const row of knowledge.rows.all('Mention')) {
      findWording(row, knowledge);
      findPhotoCredits(row, knowledge);
    }
  },
};

function findWording({ id, articleId, start, end }: Row<'Mention'>, { rows }: Dataset): void {
  const around = rows
    .where('Wording', 'articleId', articleId)
    .find((w) => w.rendering !== 'REPORTED' && w.start <= start && end <= w.end);
  if (around) rows.set('Mention', id, { wordingId: around.id });
}

function findPhotoCredits({ id, articleId, figure: number }: Row<'Mention'>, { rows }: Dataset): void {
  if (number === null) return;
  for (const { id: creditId } of rows.where('Assertion', 'articleId', articleId)) {
    const credit = rows.get('Credit', creditId);
    const place = rows.place('Mention', id);
    if (credit?.capacity === 'PHOTO' && credit.figure === number && place) {
      rows.add('MentionPhotoCredit', { mentionId: id, creditId }, place);
    }
  }
}

function subjectOf({ actor, proposal }: Item, scope: Scope): string {
  return actor === undefined ? (proposal ?? '') : scope.fullName('Actor', actor);
}
