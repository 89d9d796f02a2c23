import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { Entity } from '../entity.ts';
import type { Row } from '../row.ts';
import { actorRef, docOf, name, slug, text } from '../shape.ts';
import { isUsualSourceName } from '../source-name.ts';
import { actorRows } from './actor.ts';

const shape = z.strictObject({
  printedAs: name(docOf('Source', 'printedAs'), 'article'),
  name: name(docOf('Actor', 'name'), 'ours').optional(),
  collective: z.boolean().describe(docOf('Source', 'collective')),
  anonymityReason: text(docOf('Source', 'anonymityReason'), 'article').optional(),
  memberOf: slug(docOf('Source', 'memberOf')).optional(),
  partOf: actorRef(docOf('Source', 'partOf')).optional(),
  members: z.array(slug('The slug of a person or organisation.')).optional().describe(docOf('Source', 'members')),
  document: slug(docOf('Source', 'document')).optional(),
});

export const source: Entity<z.output<typeof shape>> = {
  model: 'Source',
  shape,
  id: (_, context) => globalId('Source', context.item.name),
  rows(value, context, id) {
    const name = value.name ?? ''; // by default made from printedAs: ../source-name.ts
    actorRows({ name }, context, { id, slug: context.item.name, actorType: 'SOURCE' });
    context.add('Source', {
      id,
      printedAs: value.printedAs,
      collective: value.collective,
      anonymityReason: value.anonymityReason ?? null,
      articleId: context.article.id,
      memberOfId: context.optionalRef('Organisation', value.memberOf, 'memberOf'),
      partOfId: context.optionalRef('Source', value.partOf, 'partOf'),
      documentId: context.optionalRef('Proposal', value.document, 'document'),
    });
    if (value.members && !value.collective)
      context.problem('only a collective source has members: set "collective" to true, or remove "members"', 'members');
    for (const actorId of context.refs('Actor', value.members, 'members'))
      context.add('SourceMember', { sourceId: id, actorId });
  },
  entry(id, context) {
    const source = context.get('Source', id);
    const { printedAs, collective, anonymityReason, memberOfId, partOfId, documentId } = source;
    const { name } = context.get('Actor', id);
    const inherited = partOfId !== null && context.get('Source', partOfId).memberOfId === memberOfId;
    const members = context.where('SourceMember', 'sourceId', id).map(({ actorId }) => actorId);
    return {
      printedAs,
      name: isUsualSourceName(name, source, context) ? null : name,
      collective,
      anonymityReason,
      memberOf: inherited ? null : context.ref('Organisation', memberOfId),
      partOf: context.ref('Source', partOfId),
      members: context.refs('Actor', members),
      document: context.ref('Proposal', documentId),
    };
  },
  parts: ['SourceMember'],
  finish(dataset) {
    for (const row of dataset.rows.all('Source')) inheritMembership(row, dataset);
  },
};

// A part without its own organisation inherits the organisation of the whole.
function inheritMembership({ id, memberOfId, partOfId }: Row<'Source'>, { rows, problems }: DatasetDraft): void {
  let whole = rows.get('Source', partOfId);
  let inherited = memberOfId;
  for (const passed = new Set([id]); whole; whole = rows.get('Source', whole.partOfId)) {
    if (passed.has(whole.id)) {
      const location = rows.location('Source', id)?.at('partOf');
      if (whole.id === id && location)
        problems.push(
          location.problem('this source is part of itself, directly or through others: change or remove "partOf"'),
        );
      return;
    }
    passed.add(whole.id);
    inherited ??= whole.memberOfId;
  }
  rows.set('Source', id, { memberOfId: inherited });
}
