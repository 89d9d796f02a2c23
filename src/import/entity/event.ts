import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { Entity } from '../entity.ts';
import { docOf, name, oneOf, slug, text, when } from '../shape.ts';
import { whenColumns, whenEntry } from '../when.ts';

const shape = z.strictObject({
  name: name(docOf('Event', 'name'), 'ours'),
  kind: oneOf('EventKind', docOf('Event', 'kind')),
  place: text(docOf('Event', 'place'), 'ours').optional(),
  when: when('dataset').optional().describe(docOf('Event', 'when')),
  proposals: z.array(slug('The slug of a proposal.')).optional().describe(docOf('Event', 'proposals')),
});

export const event: Entity<z.output<typeof shape>> = {
  model: 'Event',
  shape,
  id: (_, context) => globalId('Event', context.item.name),
  rows({ name, kind, place, when: time, proposals }, context, id) {
    const whenOf = whenColumns('when', time, context);
    context.add('Event', {
      id,
      slug: context.item.name,
      sortKey: `${whenOf.whenEarliest ?? '9999'} ${sortKey(name)}`,
      name,
      kind,
      place: place ?? null,
      ...whenOf,
    });
    for (const proposalId of context.refs('Proposal', proposals, 'proposals')) {
      context.add('EventProposal', { eventId: id, proposalId });
    }
  },
  entry(id, context) {
    const { name, kind, place, ...row } = context.get('Event', id);
    const about = context.where('EventProposal', 'eventId', id).map(({ proposalId }) => proposalId);
    return { name, kind, place, when: whenEntry('when', row), proposals: context.refs('Proposal', about) };
  },
  parts: ['EventProposal'],
};
