import type { TieKind } from './shared-ties.ts';

/** The descriptions of PathKind and PairKind. */
export const TIES: Readonly<Record<TieKind, string>> = {
  MET: 'Both took part in an event, as host, participant or remotely. Note: the roles EXPECTED and SIGNATORY do not count, because these actors need not have been there.',
  MENTIONED_TOGETHER:
    'One article mentions both, by name or by an insertion in brackets. Descriptions and pronouns do not count. Note: this is the weakest kind of tie.',
  TITLE: 'One is a person who, according to an article, has or had a title in the other, an organisation.',
  MEMBER:
    'One is a member of the other: by a membership, or as an unnamed source of an organisation or of a larger source.',
  SAME_SIDE: 'According to the articles, both support a proposal, or both oppose it. NEITHER does not count.',
  OPPOSITE_SIDES:
    'According to the articles, one supports a proposal and the other opposes it. Note: an actor reported on both sides counts as opposed to either side.',
};
