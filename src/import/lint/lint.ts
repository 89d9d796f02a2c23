import { CodePointText } from '../../text/code-point.ts';
import { compareProblems, type Problem } from '../../text/problem.ts';
import type { ParsedFile } from '../parse.ts';
import { checkAcross } from './across.ts';
import { type LintArticle, LintDataset } from './article.ts';
import { checkAsserter, checkCondition, checkQuoteSpeaker, checkValue } from './assertion.ts';
import { checkAttribution } from './attribution.ts';
import { checkCopiedWords } from './copied-words.ts';
import { checkQuotations, checkSentences } from './coverage.ts';
import { checkWords, cutCharacters } from './cut.ts';
import type { Note } from './note.ts';
import { checkSameText } from './same-text.ts';

const WITHOUT_TEXT = [checkCondition, checkQuoteSpeaker];
const WITH_TEXT = [
  checkAsserter,
  checkValue,
  checkQuotations,
  checkSentences,
  checkCopiedWords,
  checkAttribution,
  checkWords,
];

export interface Linted {
  readonly notes: readonly Problem[];
  /** Problems that only the texts show: spans that cut a character in two. There are no notes then. */
  readonly problems: readonly Problem[];
}

/**
 * The notes on a dataset without problems, in the order of the files. `texts` are copies of articles by checksum; if it
 * is null, only the lints that need no text run.
 */
export function lint(files: readonly ParsedFile[], texts: ReadonlyMap<string, string> | null): Linted {
  const dataset = new LintDataset(files, (sha256) => {
    const text = texts?.get(sha256);
    return text === undefined ? null : new CodePointText(text);
  });
  const problems = dataset.articles.flatMap((article) => (article.text ? cutCharacters(article, article.text) : []));
  if (problems.length > 0) return { notes: [], problems };
  const notes: Note[] = [];
  for (const article of dataset.articles) {
    for (const check of WITHOUT_TEXT) notes.push(...check(article));
    if (texts && !article.text) notes.push(withoutText(article));
    if (article.text) for (const check of WITH_TEXT) notes.push(...check(article, article.text, dataset));
  }
  notes.push(...checkAcross(dataset), ...checkSameText(dataset));
  const { loud, unused } = silenced(notes, dataset);
  return { notes: [...loud, ...unused].map(toProblem).sort(compareProblems), problems: [] };
}

function withoutText({ head }: LintArticle): Note {
  const message = 'the folder of texts has no exact copy of this article: only lints that need no text have run';
  return { lint: 'text', location: head.location.at('text'), message };
}

/** Splits off the notes that a silence of their article covers; a silence that covers none is a note itself. */
function silenced(
  notes: readonly Note[],
  { articles }: LintDataset,
): { loud: readonly Note[]; unused: readonly Note[] } {
  const silences = articles.flatMap((article) => article.silences.map((silence) => ({ ...silence, article })));
  const used = new Set<object>();
  const loud = notes.filter(({ lint, article, span }) => {
    const covering = silences.filter(
      (silence) =>
        silence.article === article &&
        silence.lint === lint &&
        span &&
        silence.start <= span.start &&
        span.end <= silence.end,
    );
    for (const silence of covering) used.add(silence);
    return covering.length === 0;
  });
  // Without the text, the lint may only not have run.
  const unused = silences.filter((silence) => !used.has(silence) && silence.article.text !== null);
  return {
    loud,
    unused: unused.map(({ location, lint }) => ({
      lint: 'silence',
      location,
      message: `nothing to silence: there is no note "${lint}" in this span. Remove this entry`,
    })),
  };
}

function toProblem({ lint, location, message, span }: Note): Problem {
  return location.problem(`${message} (${lint}${span ? `, ${span.start}-${span.end}` : ''})`);
}
