import { actorRef, docOf, slug } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const membership = assertion({
  model: 'Membership',
  shape: assertionShape.extend({
    member: actorRef(docOf('Membership', 'member')),
    group: slug(docOf('Membership', 'group')),
  }),
  subjects: ({ member, group }, scope) => [scope.fullName('Actor', member), group],
  subtype({ member, group }, scope, id) {
    if (member === group) scope.problem('nobody is a member of itself', 'group');
    scope.add('Membership', {
      id,
      memberId: scope.ref('Actor', member, 'member'),
      groupId: scope.ref('Organisation', group, 'group'),
    });
  },
  entry(id, scope) {
    const { memberId, groupId } = scope.get('Membership', id);
    return { member: scope.ref('Actor', memberId), group: scope.ref('Organisation', groupId) };
  },
});
