/** What the lints of `onrecord check` look for. */
export const LINTS = {
  asserter: 'an assertion without assertedBy, in a sentence with a verb of saying',
  condition: 'CONDITIONAL without a condition, or a condition with another stance than CONDITIONAL and OPPOSES',
  value: 'an amount or name in a value that the span does not contain',
  across: 'positions of one actor on one proposal, with another basis, voice or asserter in another article',
  'quote-speaker': 'an assertion with a quote that the article attributes to someone other than assertedBy',
  quotation: 'a quotation in the text that no wording covers',
  sentence: 'a sentence in the text that no entry covers',
  'copied-words': 'nine words of the text in a row, in a gloss, summary, value, condition or topic',
  'same-text': 'an article with the text of another one, without a link between them',
  word: 'a span that starts or ends in the middle of a word',
  attribution: 'EXPLICIT in a sentence that does not name the speaker, or CONTINUED in one that does',
} as const;

export type LintName = keyof typeof LINTS;
