import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { type ModelName, models } from '../../model/model.ts';
import type { Entity, Entry } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import { actorRef, docOf, type EnumValue, localName, oneOf, slug, span, text, when } from '../shape.ts';
import { evidence, sortKeyAt, spanEntry } from '../span.ts';
import type { StoredContext } from '../stored-context.ts';
import { whenColumns, whenEntry } from '../when.ts';

/** The fields that every assertion has in the files. */
export const assertionShape = z.strictObject({
  ref: localName.optional(),
  span,
  gloss: text(docOf('Assertion', 'gloss'), 'ours'),
  basis: oneOf('Basis', docOf('Assertion', 'basis')),
  assertedBy: actorRef(docOf('Assertion', 'assertedBy')).optional(),
  relayedBy: actorRef(docOf('Assertion', 'relayedBy')).optional(),
  when: when('article').optional().describe(docOf('Assertion', 'when')),
  quote: slug(docOf('Assertion', 'quote')).optional(),
  concerns: z.array(slug('The slug of a proposal.')).optional().describe('Other proposals that it concerns.'),
});
type Asserted = z.output<typeof assertionShape>;

interface Kind<Value extends Asserted> {
  readonly model: ModelName;
  readonly shape: z.ZodType<Value>;
  /** The part of the natural key that distinguishes assertions of this kind at the same span. */
  subjects(value: Value, context: EntryContext): readonly (string | number | undefined)[];
  /** The slugs of the proposals in its own fields; it concerns these as well. */
  proposals?(value: Value): readonly (string | undefined)[];
  /** Adds the row of the subtype table. */
  subtype(value: Value, context: EntryContext, id: string): void;
  /** The inverse of `subtype`. */
  entry(id: string, context: StoredContext): Omit<Entry<Value>, keyof Asserted>;
}

/** An entity that is a subtype of Assertion. */
export function assertion<Value extends Asserted>({
  model,
  shape,
  subjects,
  proposals,
  subtype,
  entry,
}: Kind<Value>): Entity<Value> {
  return {
    model,
    shape,
    id(value, context) {
      const { start = -1, end = -1 } = value.span;
      return globalId(model, context.article.slug, start, end, ...subjects(value, context).map((part) => part ?? ''));
    },
    rows(value, context, id) {
      const found = evidence(value.span, context);
      const added = context.add('Assertion', {
        id,
        sortKey: sortKeyAt(context.article.slug, found),
        assertionType: models[model].supertype?.type as EnumValue<'AssertionType'>,
        articleId: context.article.id,
        ref: value.ref ?? null,
        ...found,
        gloss: value.gloss,
        basis: value.basis,
        assertedById: context.optionalRef('Actor', value.assertedBy, 'assertedBy'),
        relayedById: context.optionalRef('Actor', value.relayedBy, 'relayedBy'),
        ...whenColumns('when', value.when, context),
        quoteId: context.optionalRef('Quote', value.quote, 'quote'),
      });
      if (!added) return;
      subtype(value, context, id);
      const concerned = new Set(context.refs('Proposal', value.concerns, 'concerns'));
      const { names } = context.dataset;
      for (const name of proposals?.(value) ?? []) concerned.add(names.find('Proposal', name ?? '')?.id ?? '');
      concerned.delete('');
      for (const proposalId of concerned) context.add('AssertionProposal', { assertionId: id, proposalId });
    },
    entry(id, context) {
      const own = entry(id, context);
      const { ref, quoteId, assertedById, relayedById, gloss, basis, ...stored } = context.get('Assertion', id);
      const about = proposals?.(own as unknown as Value) ?? [];
      const concerned = context.where('AssertionProposal', 'assertionId', id).map(({ proposalId }) => proposalId);
      const asserted: Omit<Entry<Asserted>, 'ref'> = {
        quote: context.ref('Quote', quoteId),
        concerns: context.refs('Proposal', concerned).filter((slug) => !about.includes(slug)),
        assertedBy: context.ref('Actor', assertedById),
        relayedBy: context.ref('Actor', relayedById),
        when: whenEntry('when', stored),
        span: spanEntry(stored),
        gloss,
        basis,
      };
      return { ref, ...own, ...asserted } as Entry<Value>;
    },
    parts: ['AssertionProposal'],
  };
}
