import { docOf, oneOf, slug, text } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const proposalStatus = assertion({
  model: 'ProposalStatus',
  shape: assertionShape.extend({
    proposal: slug(docOf('ProposalStatus', 'proposal')),
    status: oneOf('Status', docOf('ProposalStatus', 'status')),
    verb: text(docOf('ProposalStatus', 'verb')),
  }),
  subjects: ({ proposal, status }) => [proposal, status],
  proposals: ({ proposal }) => [proposal],
  subtype({ proposal, status, verb }, scope, id) {
    scope.add('ProposalStatus', { id, proposalId: scope.ref('Proposal', proposal, 'proposal'), status, verb });
  },
  entry(id, scope) {
    const { proposalId, status, verb } = scope.get('ProposalStatus', id);
    return { proposal: scope.ref('Proposal', proposalId), status, verb };
  },
});
