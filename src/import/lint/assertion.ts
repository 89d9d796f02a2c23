import type { CodePointText } from '../../text/code-point.ts';
import { escapePattern } from '../../text/pattern.ts';
import type { LintArticle, LintDataset } from './article.ts';
import type { Note } from './note.ts';
import { numbersIn } from './number.ts';
import { SAYING } from './saying.ts';

const ATTRIBUTABLE = new Set(['Position', 'ProposalStatus', 'ProposalLink', 'Claim']);

/** Words after which a verb of saying no longer attributes what comes before. */
const OTHER_CLAUSE = /[,;—–]\s+(?:and|but|while|whereas|with|who|whom|which)\b/u;

/** Assertions in the article's own voice, in a sentence that says who says so. */
export function checkAsserter(article: LintArticle): readonly Note[] {
  return article.entries.flatMap(({ model, value, span, location }): Note[] => {
    if (!ATTRIBUTABLE.has(model) || value.assertedBy !== undefined) return [];
    if (value.basis === 'OUTSIDE' || value.basis === 'INFERRED' || value.basis === 'UNKNOWN') return [];
    const sentence = article.sentenceOf(span);
    const around = [sentence.start, span.start, span.end, sentence.end];
    const [before, within, after] = around.slice(1).map((end, i) => article.unquoted({ start: around[i] ?? 0, end }));
    const verb = SAYING.exec(`${before}${within}${after?.split(OTHER_CLAUSE)[0]}`)?.[0];
    if (verb === undefined) return [];
    const message = `the sentence says "${verb.trim()}", but this entry has no assertedBy: add it, or silence this note if the article says it itself`;
    return [{ lint: 'asserter', article, location, span, message }];
  });
}

export function checkCondition(article: LintArticle): readonly Note[] {
  return article.entries.flatMap(({ model, value: { stance, condition }, span, location }): Note[] => {
    if (model !== 'Position') return [];
    const note = (message: string): Note[] => [{ lint: 'condition', article, location, span, message }];
    if (stance === 'CONDITIONAL' && condition === undefined)
      return note('CONDITIONAL without a condition: add "condition", or change the stance');
    if (condition !== undefined && stance !== 'CONDITIONAL' && stance !== 'OPPOSES')
      return note(`a condition with ${stance}: the stance is CONDITIONAL or OPPOSES, or there is no condition`);
    return [];
  });
}

/** Amounts and names in a value that its span does not print. */
export function checkValue(article: LintArticle, text: CodePointText, dataset: LintDataset): readonly Note[] {
  return article.entries.flatMap(({ value: { value, basis, aboutActor }, span, location }): Note[] => {
    if (value === undefined || basis !== 'STATED') return [];
    const printed = numbersIn(text.slice(span.start, span.end));
    const numbers = [...numbersIn(value)].filter((number) => !printed.has(number));
    const names = dataset.actors.flatMap((slug) => {
      const name = article.namesOf(slug).find((one) => /\p{Lu}/u.test(one) && isIn(one, value));
      const isSubject = aboutActor === slug;
      return name !== undefined && !isSubject && !isNamed(slug, article, text.slice(span.start, span.end))
        ? [name]
        : [];
    });
    const missing = [...numbers, ...new Set(names)];
    if (missing.length === 0) return [];
    const message = `the value has ${missing.map((one) => `"${one}"`).join(', ')}, which the span does not print: widen the span, change the value, or make the basis DERIVED`;
    return [{ lint: 'value', article, location: location.at('value'), span, message }];
  });
}

/** Whether a passage has a name of an actor, or a longer word that begins with it, such as "Russian". */
function isNamed(slug: string, article: LintArticle, passage: string): boolean {
  return article.namesOf(slug).some((name) => isIn(name, passage) || (name.length > 3 && passage.includes(name)));
}

function isIn(name: string, value: string): boolean {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escapePattern(name)}(?![\p{L}\p{N}])`, 'u').test(value);
}

/** Assertions whose quote has another speaker in this article than `assertedBy`. */
export function checkQuoteSpeaker(article: LintArticle): readonly Note[] {
  return article.entries.flatMap(({ model, value: { quote, assertedBy }, span, location }): Note[] => {
    if (model === 'Wording' || quote === undefined || assertedBy === undefined) return [];
    const speakers = article.entries
      .filter((entry) => entry.model === 'Wording' && entry.value.quote === quote)
      .flatMap(({ value: { speaker } }) => speaker ?? []);
    if (speakers.length === 0 || speakers.some((speaker) => isSame(speaker, assertedBy, article))) return [];
    const message = `this article has the quote "${quote}" by ${[...new Set(speakers)].join(' and ')}, not by ${assertedBy}: change assertedBy or the quote`;
    return [{ lint: 'quote-speaker', article, location: location.at('quote'), span, message }];
  });
}

/** The same actor, or a source and a part or member of it. */
function isSame(one: string, other: string, { sources }: LintArticle): boolean {
  const wider = (actor: string) => {
    const { partOf, members = [] } = (sources.get(actor) ?? {}) as { partOf?: string; members?: string[] };
    return [partOf, ...members];
  };
  return one === other || wider(one).includes(other) || wider(other).includes(one);
}
