import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { type ModelName, models } from '../../model/model.ts';
import type { Entity, Entry } from '../entity.ts';
import type { Scope } from '../scope.ts';
import { actorRef, docOf, type EnumValue, localName, oneOf, slug, span, text } from '../shape.ts';
import { evidence, sortKeyAt, spanEntry } from '../span.ts';
import type { StoredScope } from '../stored-scope.ts';

/** The fields that every assertion has in the files. */
export const assertionShape = z.strictObject({
  ref: localName.optional(),
  span,
  gloss: text(docOf('Assertion', 'gloss')),
  basis: oneOf('Basis', docOf('Assertion', 'basis')),
  assertedBy: actorRef(docOf('Assertion', 'assertedBy')).optional(),
  relayedBy: actorRef(docOf('Assertion', 'relayedBy')).optional(),
  quote: slug(docOf('Assertion', 'quote')).optional(),
  concerns: z.array(slug('The slug of a proposal.')).optional().describe('Further proposals that it concerns.'),
});
type Asserted = z.output<typeof assertionShape>;

interface Kind<Value extends Asserted> {
  readonly model: ModelName;
  readonly shape: z.ZodType<Value>;
  /** What distinguishes it from other assertions of its kind at the same span: part of its natural key. */
  subjects(value: Value, scope: Scope): readonly (string | number | undefined)[];
  /** The slugs of the proposals that it is about. */
  proposals?(value: Value): readonly (string | undefined)[];
  /** Adds the row of the subtype table. */
  subtype(value: Value, scope: Scope, id: string): void;
  /** The inverse of `subtype`. */
  entry(id: string, scope: StoredScope): Omit<Entry<Value>, keyof Asserted>;
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
    id(value, scope) {
      const { start = -1, end = -1 } = value.span;
      return globalId(model, scope.article.slug, start, end, ...subjects(value, scope).map((part) => part ?? ''));
    },
    rows(value, scope, id) {
      const place = evidence(value.span, scope);
      const added = scope.add('Assertion', {
        id,
        sortKey: sortKeyAt(scope.article.slug, place),
        assertionType: models[model].supertype?.type as EnumValue<'AssertionType'>,
        articleId: scope.article.id,
        ref: value.ref ?? null,
        ...place,
        gloss: value.gloss,
        basis: value.basis,
        assertedById: scope.optionalRef('Actor', value.assertedBy, 'assertedBy'),
        relayedById: scope.optionalRef('Actor', value.relayedBy, 'relayedBy'),
        quoteId: scope.optionalRef('Quote', value.quote, 'quote'),
      });
      if (!added) return;
      subtype(value, scope, id);
      const concerned = new Set(scope.refs('Proposal', value.concerns, 'concerns'));
      const { names } = scope.knowledge;
      for (const name of proposals?.(value) ?? []) concerned.add(names.find('Proposal', name ?? '')?.id ?? '');
      concerned.delete('');
      for (const proposalId of concerned) scope.add('AssertionProposal', { assertionId: id, proposalId });
    },
    entry(id, scope) {
      const own = entry(id, scope);
      const { ref, quoteId, assertedById, relayedById, gloss, basis, ...place } = scope.get('Assertion', id);
      const about = proposals?.(own as unknown as Value) ?? [];
      const concerned = scope.where('AssertionProposal', 'assertionId', id).map(({ proposalId }) => proposalId);
      const asserted: Omit<Entry<Asserted>, 'ref'> = {
        quote: scope.ref('Quote', quoteId),
        concerns: scope.refs('Proposal', concerned).filter((slug) => !about.includes(slug)),
        assertedBy: scope.ref('Actor', assertedById),
        relayedBy: scope.ref('Actor', relayedById),
        span: spanEntry(place),
        gloss,
        basis,
      };
      return { ref, ...own, ...asserted } as Entry<Value>;
    },
    parts: ['AssertionProposal'],
  };
}
