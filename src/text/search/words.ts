/** Characters between words. */
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/u;

/** A full stop between single letters: "u.s." is one word. */
const INITIALS =
  /(?<=(?:^|[^\p{L}\p{M}\p{N}])(?!\d)[\p{L}\p{M}\p{N}])\.(?=(?!\d)[\p{L}\p{M}\p{N}](?:[^\p{L}\p{M}\p{N}]|$))/gu;

/** Scripts that have no spaces between words. Each of their letters is a word, with its marks. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー](?<!\p{M})\p{M}*/gu;

/** The words of a sort key, as "plainWords" in the database separates them. */
export function wordsIn(key: string): readonly string[] {
  return key.replace(INITIALS, '').replace(WITHOUT_SPACES, ' $& ').split(SEPARATORS).filter(Boolean);
}

/** PostgreSQL's stop words of English, without those that search understands ("against"). */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they them their theirs themselves what which who whom this that these those am is are was were be been being have has had having do does did doing a an the and but if or because as until while of at by for with about between into through during before after above below to from up down in out on off over under again further then once here there when where why how all any both each few more most other some such no nor not only own same so than too very s t can will just don should now'.split(
    ' ',
  ),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
