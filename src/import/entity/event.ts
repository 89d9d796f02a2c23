import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { Entity } from '../entity.ts';
import { docOf, name, oneOf, slug, text, when } from '../shape.ts';
import { whenColumns, whenEntry } from '../when.ts';

const shape = z.strictObject({
  name: name(docOf('Event', 'name')),
  kind: oneOf('EventKind', docOf('Event', 'kind')),
  place: text(docOf('Event', 'place')).optional(),
  when: when.optional().describe(docOf('Event', 'when')),
  proposals: z.array(slug('The slug of a proposal.')).optional().describe(docOf('Event', 'proposals')),
});

export const event: Entity<z.output<typeof shape>> = {
  model: 'Event',
  shape,
  id: (_, scope) => globalId('Event', scope.item.name),
  rows({ name, kind, place, when: time, proposals }, scope, id) {
    const whenOf = whenColumns('when', time, scope);
    scope.add('Event', {
      id,
      slug: scope.item.name,
      sortKey: `${whenOf.whenEarliest ?? '9999'} ${sortKey(name)}`,
      name,
      kind,
      place: place ?? null,
      ...whenOf,
    });
    for (const proposalId of scope.refs('Proposal', proposals, 'proposals')) {
      scope.add('EventProposal', { eventId: id, proposalId });
    }
  },
  entry(id, scope) {
    const { name, kind, place, ...row } = scope.get('Event', id);
    const about = scope.where('EventProposal', 'eventId', id).map(({ proposalId }) => proposalId);
    return { name, kind, place, when: whenEntry('when', row), proposals: scope.refs('Proposal', about) };
  },
  parts: ['EventProposal'],
};
