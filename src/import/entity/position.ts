import { actorRef, docOf, type EnumValue, oneOf, slug, text } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

const SIDES: Readonly<Record<EnumValue<'Stance'>, EnumValue<'Side'>>> = {
  PROPOSES: 'FOR',
  SUPPORTS: 'FOR',
  ACCEPTS: 'FOR',
  CONDITIONAL: 'NEITHER',
  RESERVED: 'NEITHER',
  NEUTRAL: 'NEITHER',
  EXPECTED_TO_OPPOSE: 'NEITHER',
  OPPOSES: 'AGAINST',
};

export const position = assertion({
  model: 'Position',
  shape: assertionShape.extend({
    actor: actorRef(docOf('Position', 'actor')),
    proposal: slug(docOf('Position', 'proposal')),
    stance: oneOf('Stance', docOf('Position', 'stance')),
    condition: text(docOf('Position', 'condition'), 'ours').optional(),
    modality: oneOf('Modality', docOf('Position', 'modality')),
    voice: oneOf('Voice', docOf('Position', 'voice')),
  }),
  subjects: ({ actor, proposal }, context) => [context.fullName('Actor', actor), proposal],
  proposals: ({ proposal }) => [proposal],
  subtype({ actor, proposal, stance, condition, modality, voice }, context, id) {
    context.add('Position', {
      id,
      actorId: context.ref('Actor', actor, 'actor'),
      proposalId: context.ref('Proposal', proposal, 'proposal'),
      stance,
      side: condition === undefined ? SIDES[stance] : 'NEITHER',
      condition: condition ?? null,
      modality,
      voice,
    });
  },
  entry(id, context) {
    const { actorId, proposalId, stance, condition, modality, voice } = context.get('Position', id);
    const [actor, proposal] = [context.ref('Actor', actorId), context.ref('Proposal', proposalId)];
    return { actor, proposal, stance, condition, modality, voice };
  },
});
