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
  subtype({ proposal, target, relation }, scope, id) {
    if (proposal === target) scope.problem('a proposal cannot be linked to itself', 'target');
    scope.add('ProposalLink', {
      id,
      proposalId: scope.ref('Proposal', proposal, 'proposal'),
      targetId: scope.ref('Proposal', target, 'target'),
      relation,
    });
  },
  entry(id, scope) {
    const { proposalId, targetId, relation } = scope.get('ProposalLink', id);
    return { proposal: scope.ref('Proposal', proposalId), target: scope.ref('Proposal', targetId), relation };
  },
});
