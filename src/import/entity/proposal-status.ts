import { docOf, oneOf, slug, text } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const proposalStatus = assertion({
  model: 'ProposalStatus',
  shape: assertionShape.extend({
    proposal: slug(docOf('ProposalStatus', 'proposal')),
    status: oneOf('Status', docOf('ProposalStatus', 'status')),
    verb: text(docOf('ProposalStatus', 'verb'), 'span'),
  }),
  subjects: ({ proposal, status }) => [proposal, status],
  proposals: ({ proposal }) => [proposal],
  subtype({ proposal, status, verb }, context, id) {
    context.add('ProposalStatus', { id, proposalId: context.ref('Proposal', proposal, 'proposal'), status, verb });
  },
  entry(id, context) {
    const { proposalId, status, verb } = context.get('ProposalStatus', id);
    return { proposal: context.ref('Proposal', proposalId), status, verb };
  },
});
