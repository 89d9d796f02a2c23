import { actorRef, docOf, slug } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const membership = assertion({
  model: 'Membership',
  shape: assertionShape.extend({
    member: actorRef(docOf('Membership', 'member')),
    group: slug(docOf('Membership', 'memberOf')),
  }),
  subjects: ({ member, group }, context) => [context.fullName('Actor', member), group],
  subtype({ member, group }, context, id) {
    if (member === group) context.problem('a group cannot be a member of itself: remove this entry', 'group');
    context.add('Membership', {
      id,
      memberId: context.ref('Actor', member, 'member'),
      groupId: context.ref('Organisation', group, 'group'),
    });
  },
  entry(id, context) {
    const { memberId, groupId } = context.get('Membership', id);
    return { member: context.ref('Actor', memberId), group: context.ref('Organisation', groupId) };
  },
});
