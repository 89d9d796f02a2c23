import type { LintArticle } from './article.ts';
import type { Note } from './note.ts';
import { SAYING } from './saying.ts';

const PERSONAL = /\b(?:he|she|they)\b/iu;
const IMPERSONAL = /\bit\b/iu;

/** Wordings whose attribution does not fit their sentence. */
export function checkAttribution(article: LintArticle): readonly Note[] {
  return article.entries.flatMap(({ model, value, span, location }): Note[] => {
    const { attribution, attributedAs, speaker, rendering } = value;
    if (model !== 'Wording' || rendering === 'REPORTED' || value.zone === 'PULL_QUOTE' || speaker === undefined)
      return [];
    const sentence = article.sentenceOf(span);
    const around = article.unquoted(sentence);
    const names = [...article.namesOf(speaker), ...(attributedAs === undefined ? [] : [attributedAs])];
    const isNamed =
      article.names(names, sentence) || PERSONAL.test(around) || (IMPERSONAL.test(around) && SAYING.test(around));
    const note = (message: string): Note[] => [
      { lint: 'attribution', article, location: location.at('attribution'), span, message },
    ];
    if (attribution === 'EXPLICIT' && !isNamed)
      return note(
        `EXPLICIT, but the sentence does not name ${speaker}: use CONTINUED or IMPLICIT, or add attributedAs with the words that name the speaker`,
      );
    if (attribution === 'CONTINUED' && SAYING.test(around) && article.names(article.namesOf(speaker), sentence))
      return note(`CONTINUED, but the sentence names ${speaker}: use EXPLICIT`);
    return [];
  });
}
