import { linesOf } from '../../evidence/quotation.ts';
import type { Passage } from '../../evidence/quotation-mark.ts';
import type { CodePointText } from '../../text/code-point.ts';
import type { LintArticle } from './article.ts';
import type { Note } from './note.ts';

const overlap = (a: Passage, b: Passage) => a.start < b.end && b.start < a.end;

/** Quotations in the text that no QUOTED or ECHO wording covers. */
export function checkQuotations(article: LintArticle, text: CodePointText): readonly Note[] {
  const again = repeatedLines(text);
  const wordings = article.entries.filter(({ model, value }) => model === 'Wording' && value.rendering !== 'REPORTED');
  return article.quotations
    .filter((quotation) => ![...wordings.map(({ span }) => span), ...again].some((one) => overlap(one, quotation)))
    .map((span): Note => {
      const message = `no wording for the quotation ${beginning(text, span)} in paragraph ${text.paragraphAt(span.start)}: add one, or silence this note if nobody is quoted`;
      return { lint: 'quotation', article, location: article.head.location.at('headline'), span, message };
    });
}

/** Whole sentences of the text that no entry covers. Lines that are no sentences, such as labels, do not count. */
export function checkSentences(article: LintArticle, text: CodePointText): readonly Note[] {
  const again = repeatedLines(text);
  const { headline, alternativeHeadline } = article.head.value as { headline: string; alternativeHeadline?: string };
  return article.sentences.flatMap((span): Note[] => {
    const words = text.slice(span.start, span.end).trim();
    if (!/[.!?…]["'”’»)\]]*$/u.test(words) || words.split(/\s+/u).length < 4) return [];
    if (words === headline || words === alternativeHeadline) return [];
    if ([...article.entries.map((entry) => entry.span), ...again].some((one) => overlap(one, span))) return [];
    const message = `no entry for the sentence ${beginning(text, span)} in paragraph ${text.paragraphAt(span.start)}: annotate what it says, or silence this note`;
    return [{ lint: 'sentence', article, location: article.head.location.at('headline'), span, message }];
  });
}

/** Lines that occur before, such as a caption that is printed again. */
function repeatedLines(text: CodePointText): readonly Passage[] {
  const seen = new Set<string>();
  return linesOf(text).filter(({ start, end }) => {
    const line = text.slice(start, end);
    return seen.size === seen.add(line).size;
  });
}

/** At most five words, to find the passage. */
function beginning(text: CodePointText, { start, end }: Passage): string {
  const words = text.slice(start, end).trim().split(/\s+/u);
  return `“${words.slice(0, 5).join(' ')}${words.length > 5 ? ' …' : ''}”`;
}
