import { docOf, oneOf, slug } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const proposalLink = assertion({
  model: 'ProposalLink',
  shape: assertionShape.extend({
    proposal: slug(docOf('ProposalLink', 'proposal')),
    target: slug(docOf('ProposalLink', 'target')),
    relation: oneOf('LinkRelation', docOf('ProposalLink', 'relation')),
  }),
  subjects: ({ proposal, target, relation }) => [proposal, target, relation],
  proposals: ({ proposal, target }) => [proposal, target],
  subtype({ proposal, target, relation }, context, id) {
    if (proposal === target) context.problem('a proposal cannot be linked to itself: remove this entry', 'target');
    context.add('ProposalLink', {
      id,
      proposalId: context.ref('Proposal', proposal, 'proposal'),
      targetId: context.ref('Proposal', target, 'target'),
      relation,
    });
  },
  entry(id, context) {
    const { proposalId, targetId, relation } = context.get('ProposalLink', id);
    return { proposal: context.ref('Proposal', proposalId), target: context.ref('Proposal', targetId), relation };
  },
});
