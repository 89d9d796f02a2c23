import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Dataset } from '../dataset.ts';
import type { Entity } from '../entity.ts';
import type { Row } from '../row.ts';
import { actorRef, docOf, name, slug, text } from '../shape.ts';
import { actorRows } from './actor.ts';

const shape = z.strictObject({
  printedAs: name(docOf('Source', 'printedAs')),
  name: name(`${docOf('Actor', 'name')} Made from those two, unless it is given.`).optional(),
  collective: z.boolean().describe(docOf('Source', 'collective')),
  anonymityReason: text(docOf('Source', 'anonymityReason')).optional(),
  memberOf: slug(docOf('Source', 'memberOf')).optional(),
  partOf: actorRef(docOf('Source', 'partOf')).optional(),
  document: slug(docOf('Source', 'document')).optional(),
});

export const source: Entity<z.output<typeof shape>> = {
  model: 'Source',
  shape,
  id: (_, scope) => globalId('Source', scope.item.name),
  rows(value, scope, id) {
    const name = value.name ?? usualName(value.printedAs, scope.article.slug);
    actorRows({ name }, scope, { id, slug: scope.item.name, actorType: 'SOURCE' });
    scope.add('Source', {
      id,
      printedAs: value.printedAs,
      collective: value.collective,
      anonymityReason: value.anonymityReason ?? null,
      articleId: scope.article.id,
      memberOfId: scope.optionalRef('Organisation', value.memberOf, 'memberOf'),
      partOfId: scope.optionalRef('Source', value.partOf, 'partOf'),
      documentId: scope.optionalRef('Proposal', value.document, 'document'),
    });
  },
  entry(id, scope) {
    const { printedAs, collective, anonymityReason, memberOfId, partOfId, documentId } = scope.get('Source', id);
    const { name } = scope.get('Actor', id);
    const inherited = partOfId !== null && scope.get('Source', partOfId).memberOfId === memberOfId;
    return {
      printedAs,
      name: name === usualName(printedAs, scope.article?.slug ?? '') ? null : name,
      collective,
      anonymityReason,
      memberOf: inherited ? null : scope.ref('Organisation', memberOfId),
      partOf: scope.ref('Source', partOfId),
      document: scope.ref('Proposal', documentId),
    };
  },
  finish(knowledge) {
    for (const row of knowledge.rows.all('Source')) inheritMembership(row, knowledge);
  },
};

function usualName(printedAs: string, articleSlug: string): string {
  return `${printedAs} (${articleSlug})`;
}

// A part without an organisation of its own takes that of the whole.
function inheritMembership({ id, memberOfId, partOfId }: Row<'Source'>, { rows, problems }: Dataset): void {
  let whole = rows.get('Source', partOfId);
  let inherited = memberOfId;
  for (const passed = new Set([id]); whole; whole = rows.get('Source', whole.partOfId)) {
    if (passed.has(whole.id)) {
      const place = rows.place('Source', id)?.at('partOf');
      if (whole.id === id && place) problems.push(place.problem('this source is part of itself, by way of its wholes'));
      return;
    }
    passed.add(whole.id);
    inherited ??= whole.memberOfId;
  }
  rows.set('Source', id, { memberOfId: inherited });
}
