import { actorRef, docOf, oneOf, slug } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const participation = assertion({
  model: 'Participation',
  shape: assertionShape.extend({
    actor: actorRef(docOf('Participation', 'actor')),
    event: slug(docOf('Participation', 'event')),
    role: oneOf('ParticipationRole', docOf('Participation', 'role')),
  }),
  subjects: ({ actor, event, role }, scope) => [scope.fullName('Actor', actor), event, role],
  subtype({ actor, event, role }, scope, id) {
    scope.add('Participation', {
      id,
      actorId: scope.ref('Actor', actor, 'actor'),
      eventId: scope.ref('Event', event, 'event'),
      role,
    });
  },
  entry(id, scope) {
    const { actorId, eventId, role } = scope.get('Participation', id);
    return { actor: scope.ref('Actor', actorId), event: scope.ref('Event', eventId), role };
  },
});
