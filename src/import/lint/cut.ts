import { type Cut, cutMessage, cutOf } from '../../evidence/cut.ts';
import type { CodePointText } from '../../text/code-point.ts';
import type { Problem } from '../../text/problem.ts';
import type { LintArticle, LintEntry } from './article.ts';
import type { Note } from './note.ts';

/** Spans that start or end in the middle of a word. */
export function checkWords(article: LintArticle, text: CodePointText): readonly Note[] {
  return cutsIn(article, text, 'word').map(({ location, span, cut }) => {
    return { lint: 'word', article, location: location.at('span'), span, message: cutMessage(cut) };
  });
}

/** Spans that start or end in the middle of a character, which are problems. */
export function cutCharacters(article: LintArticle, text: CodePointText): readonly Problem[] {
  return cutsIn(article, text, 'character').map(({ location, cut }) => location.at('span').problem(cutMessage(cut)));
}

function cutsIn(article: LintArticle, text: CodePointText, what: Cut['what']): readonly (LintEntry & { cut: Cut })[] {
  return [...article.entries, ...article.mentions].flatMap((entry) => {
    const cut = cutOf(text, entry.span);
    return cut?.what === what ? [{ ...entry, cut }] : [];
  });
}
