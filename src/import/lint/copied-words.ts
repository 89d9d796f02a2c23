import { linesOf } from '../../evidence/quotation.ts';
import type { Passage } from '../../evidence/quotation-mark.ts';
import { type CodePointText, codePointLength } from '../../text/code-point.ts';
import type { Item } from '../parse.ts';
import { textsAt, writtenFields } from '../words.ts';
import type { LintArticle, LintDataset } from './article.ts';
import type { Note } from './note.ts';

/** This many words of an article in a row are too many, outside quotations and headlines. */
const TOO_MANY = 9;

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Runs of the article's words in fields with our words: in its own file, and in the registers. */
export function checkCopiedWords(article: LintArticle, text: CodePointText, dataset: LintDataset): readonly Note[] {
  const runs = runsOf(article, text);
  return [article.head, ...article.items, ...dataset.registers].flatMap((item) =>
    ourTexts(item).flatMap(([path, words]): Note[] => {
      const span = firstRun(words, runs);
      if (!span) return [];
      const whose = dataset.registers.includes(item) ? `those of ${article.slug}` : "the article's";
      const message = `${TOO_MANY} words in a row are ${whose}, from “${text.slice(span.start, span.end).split(/\s+/u).slice(0, 3).join(' ')} …”: write it in your own words`;
      return [{ lint: 'copied-words', article, location: item.location.at(...path), span, message }];
    }),
  );
}

function ourTexts({ entity, value }: Item): readonly (readonly [readonly (string | number)[], string])[] {
  return writtenFields(entity.shape).flatMap(({ path, words }) => (words === 'ours' ? textsAt(value, path) : []));
}

function firstRun(words: string, runs: ReadonlyMap<string, Passage>): Passage | undefined {
  const keys = wordsOf(words, 0).map(({ key }) => key);
  for (let at = 0; at + TOO_MANY <= keys.length; at++) {
    const span = runs.get(keys.slice(at, at + TOO_MANY).join(' '));
    if (span) return span;
  }
  return undefined;
}

/** Every run of words on one line, without those that touch a quotation or headline. */
function runsOf(article: LintArticle, text: CodePointText): ReadonlyMap<string, Passage> {
  const { headline, alternativeHeadline } = article.head.value as { headline: string; alternativeHeadline?: string };
  const runs = new Map<string, Passage>();
  for (const line of linesOf(text)) {
    const printed = text.slice(line.start, line.end);
    if (printed.trim() === headline || printed.trim() === alternativeHeadline) continue;
    const words = wordsOf(printed, line.start);
    for (let at = 0; at + TOO_MANY <= words.length; at++) {
      const run = words.slice(at, at + TOO_MANY);
      const span = { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
      if (article.quotations.some(({ start, end }) => start < span.end && span.start < end)) continue;
      const key = run.map((word) => word.key).join(' ');
      if (!runs.has(key)) runs.set(key, span);
    }
  }
  return runs;
}

function wordsOf(text: string, offset: number): readonly Word[] {
  let [at, counted] = [offset, 0];
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => {
    at += codePointLength(text.slice(counted, index));
    counted = index;
    return {
      key: word.toLowerCase().replace(/[’]/g, "'").replace(/‑/g, '-'),
      start: at,
      end: at + codePointLength(word),
    };
  });
}
