import { actorRef, docOf, oneOf, slug } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const participation = assertion({
  model: 'Participation',
  shape: assertionShape.extend({
    actor: actorRef(docOf('Participation', 'actor')),
    event: slug(docOf('Participation', 'event')),
    role: oneOf('ParticipationRole', docOf('Participation', 'role')),
  }),
  subjects: ({ actor, event, role }, context) => [context.fullName('Actor', actor), event, role],
  subtype({ actor, event, role }, context, id) {
    context.add('Participation', {
      id,
      actorId: context.ref('Actor', actor, 'actor'),
      eventId: context.ref('Event', event, 'event'),
      role,
    });
  },
  entry(id, context) {
    const { actorId, eventId, role } = context.get('Participation', id);
    return { actor: context.ref('Actor', actorId), event: context.ref('Event', eventId), role };
  },
});
