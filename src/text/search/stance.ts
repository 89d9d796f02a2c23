/** Words of a query that ask for positions, by the side or stance that they ask for. */
const WORDS: Readonly<Record<string, string>> = {
  AGAINST:
    'against anti oppose opposes opposed opposing opposition opponent opponents object objects objected reject rejects rejected rejecting refuse refuses refused block blocks blocked resist resists veto vetoes vetoed',
  FOR: 'pro favour favours favoured favor favors favored support supports supported supporting supporter supporters back backs backed backing endorse endorses endorsed approve approves approved accept accepts accepted accepting agree agrees agreed',
  PROPOSES: 'propose proposes proposed proposing suggest suggests suggested',
  CONDITIONAL: 'conditional conditionally provided',
  RESERVED: 'reserved reservations sceptical skeptical doubtful',
  NEUTRAL: 'neutral undecided abstain abstains abstained',
};

const TOKENS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, stanceToken(meaning)])),
);

/** The token of a side or a stance. */
export function stanceToken(meaning: string): string {
  return `0p${meaning.toLowerCase().replaceAll('_', '')}`;
}

/** The token of the positions that a word of a query asks for. */
export function stanceAsked(word: string): string | undefined {
  return TOKENS.get(word);
}
