import type { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { Entity } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import type { NewRow } from '../row.ts';
import { actorRef, alias as aliasShape, docOf, slug } from '../shape.ts';

const shape = aliasShape('article').extend({
  actor: actorRef(docOf('Alias', 'actor')).optional(),
  proposal: slug(docOf('Alias', 'proposal')).optional(),
});

/** Another name of an actor or proposal, used by one article. */
export const alias: Entity<z.output<typeof shape>> = {
  model: 'Alias',
  shape,
  id: (value, context) => aliasId(value.text, subjectOf(value, context), context.article.slug),
  rows({ actor, proposal, text, kind }, context) {
    context.exactlyOne({ actor, proposal }, 'actor', 'proposal');
    aliasRow({ text, kind }, context, {
      of: subjectOf({ actor, proposal }, context),
      actorId: context.optionalRef('Actor', actor, 'actor'),
      proposalId: context.optionalRef('Proposal', proposal, 'proposal'),
      article: context.article,
    });
  },
  entry(id, context) {
    const { actorId, proposalId, text, kind } = context.get('Alias', id);
    return { actor: context.ref('Actor', actorId), proposal: context.ref('Proposal', proposalId), text, kind };
  },
};

/** Adds the row of an alias. `of` is the full slug of the actor or proposal. */
export function aliasRow(
  { text, kind }: z.output<ReturnType<typeof aliasShape>>,
  context: EntryContext,
  whose: {
    readonly of: string;
    readonly actorId?: string | null;
    readonly proposalId?: string | null;
    readonly article?: { readonly slug: string; readonly id: string };
  },
): void {
  context.add('Alias', {
    id: aliasId(text, whose.of, whose.article?.slug ?? ''),
    sortKey: sortKey(text),
    text,
    kind,
    actorId: whose.actorId ?? null,
    proposalId: whose.proposalId ?? null,
    articleId: whose.article?.id ?? null,
  });
}

/** The inverse of `aliasRow`, for aliases in a register. */
export function registerAliases(rows: readonly NewRow<'Alias'>[]): z.output<ReturnType<typeof aliasShape>>[] {
  const outside = rows.filter(({ articleId }) => articleId === null);
  return outside.map(({ text, kind }) => ({ text, kind })).sort((a, b) => (a.text < b.text ? -1 : 1));
}

function aliasId(text: string, of: string, articleSlug: string): string {
  return globalId('Alias', of, articleSlug, text);
}

function subjectOf(
  value: { actor?: string | undefined; proposal?: string | undefined },
  context: EntryContext,
): string {
  return context.fullName('Actor', value.actor ?? value.proposal ?? '');
}
