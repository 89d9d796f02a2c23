import type { TieKind } from './shared-ties.ts';

/** What it means that two actors are tied, kind by kind: the descriptions of PathKind and PairKind. */
export const TIES: Readonly<Record<TieKind, string>> = {
  MET: 'Both were present at an event, as host, participant or from afar. Catch: who is only expected is not present, and who signed a document need not have been there; the roles EXPECTED and SIGNATORY do not count.',
  MENTIONED_TOGETHER:
    'Both are named in one article: by a name, or by an insertion in brackets. Descriptions and pronouns do not count. Catch: two names on one page are the weakest of ties.',
  TITLE: 'One is a person to whom an article gives a title, held or former, of the other, an organisation.',
  MEMBER: 'One belongs to the other: by a membership, or an unnamed source to its organisation or to a larger source.',
  SAME_SIDE: 'Both are for one proposal, or both against it, by the articles. NEITHER is no side.',
  OPPOSITE_SIDES:
    'One is for a proposal, the other against it, by the articles. Catch: an actor whom articles see on both sides is a pair with either side.',
};
