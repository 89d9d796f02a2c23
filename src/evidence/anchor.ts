import { CodePointText, codePointLength } from '../text/code-point.ts';
import { compareProblems, type Problem } from '../text/problem.ts';
import { sha256 } from '../text/sha256.ts';
import { type FieldChange, flowText, setFields } from '../text/yaml-edit.ts';
import { Location, YamlFile } from '../text/yaml-file.ts';
import { type Cut, cutMessage, cutOf, describeCut } from './cut.ts';
import { cutSpans } from './cut-span.ts';
import { sameLines } from './fold-space.ts';
import { holds } from './hold.ts';
import { likelyPlace } from './likely-place.ts';
import type { Sought } from './locate.ts';
import { type Move, moves } from './move.ts';
import { type Printed, printedFaults } from './printed.ts';
import type { Passage } from './quotation-mark.ts';

export interface AnchorResult {
  /** The file with the spans filled in; all other comments and layout are unchanged. */
  readonly text: string;
  /** How many spans were filled in. */
  readonly anchored: number;
  /** How many spans were carried over from the previous text, moved or not. */
  readonly carried: number;
  /** Words that are not in the text, or occur several times without `nth`; spans that cannot be carried over. */
  readonly problems: readonly Problem[];
  /** Printed words that the text does not have where they belong, and spans that cut a character in two, in the result. */
  readonly faults: readonly Problem[];
  /** Spans that cut a word in two, in the result, unless a silence covers them. */
  readonly notes: readonly Problem[];
}

interface Target {
  readonly place: Location;
  readonly item: Fields;
  readonly list: string;
}

export interface AnchorOptions {
  /** Path of the article file, as shown in problems. */
  readonly file?: string;
  /** The text that the file was annotated from, if `articleText` is a changed version of it. */
  readonly was?: string | undefined;
  /** The printed words in the data of an article file, to be compared with the text. */
  readonly printed?: (data: unknown) => readonly Printed[];
}

/**
 * Replaces spans written as words, `span: { text: "the words", nth: 2 }`, with offsets, paragraph and checksum, and
 * fills in the article's `text` if it is missing. A wording or mention without a span is located by its own text.
 * Anchored spans are left alone, so that a second run changes nothing.
 *
 * If the file belongs to another version of the text, all its spans are carried over to this one, or none: each to
 * the only place where its exact words occur (see `moves`).
 *
 * The result has the same contents but for the spans and `text`: a span that cannot be written is a problem.
 */
export function anchorFile(
  yamlText: string,
  articleText: string,
  { file = 'article.yaml', was, printed }: AnchorOptions = {},
): AnchorResult {
  const yaml = new YamlFile(file, yamlText);
  const root = new Location(yaml);
  const rejected = (...problems: readonly Problem[]) => ({
    text: yamlText,
    anchored: 0,
    carried: 0,
    problems: problems.toSorted(compareProblems),
    faults: [],
    notes: [],
  });
  if (yaml.problems.length > 0) return rejected(...yaml.problems);
  const article = fieldsOf(yaml.data);
  if (!article || !isArticle(article)) {
    return rejected(root.problem('this is not an article file: an article has a headline, wordings, mentions, etc.'));
  }
  const problems = misspelt(article.text, COPY_FIELDS, root.at('text'));
  if (problems.length > 0) return rejected(...problems);
  const text = new CodePointText(articleText);
  const checksum = sha256(articleText);
  const given = textOf(article.text, 'sha256');
  const isOther = given !== undefined && given !== checksum;
  // The previous text with the file's line endings. Without --was it is known if only the line endings have changed.
  const previous = isOther ? sameLines(was ?? articleText, given) : undefined;
  if (isOther && was !== undefined && previous === undefined) {
    return rejected(
      root.at('text', 'sha256').problem(`the previous text does not have this sha256, but ${sha256(was)}`),
    );
  }
  const changes: FieldChange[] = [];
  const add = (found: readonly (FieldChange | Problem)[]) => {
    for (const one of found) {
      if ('message' in one) problems.push(one);
      else changes.push(one);
    }
  };
  const all = targets(article, root);
  const anchored = isOther ? all.filter(isAnchored) : [];
  if (isOther && anchored.length === 0) {
    const message = `this file belongs to another text: the given one has the sha256 ${checksum}`;
    return rejected(root.at('text', 'sha256').problem(message));
  }
  for (const target of all) if (!anchored.includes(target)) add(anchorItem(target, text));
  const filled = changes.length;
  add(carry(anchored, text, previous === undefined ? undefined : new CodePointText(previous)));
  if (isOther && problems.length > 0) return rejected(...problems);
  if (given !== checksum) changes.push(copyChange(article, { sha256: checksum, length: text.length }));
  const { file: result, failed } = setFields(yaml, changes);
  problems.push(...failed.map((change) => unwritable(change, root)));
  if (failed.some(({ field }) => field === 'text') || (isOther && failed.length > 0)) return rejected(...problems);
  const unprinted = printedFaults(printed?.(result.data) ?? [], text).map(({ printed: { path }, message }) =>
    new Location(result, path).problem(message),
  );
  const cuts = cutSpans(result.data, text);
  const cutsOf = (what: Cut['what']) =>
    cuts
      .filter(({ cut }) => cut.what === what)
      .map(({ path, cut }) => new Location(result, path).problem(cutMessage(cut)));
  return {
    text: result.text,
    anchored: filled - failed.length,
    carried: anchored.length,
    problems: problems.sort(compareProblems),
    faults: [...unprinted, ...cutsOf('character')].sort(compareProblems),
    notes: cutsOf('word').sort(compareProblems),
  };
}

function isAnchored({ item }: Target): boolean {
  return numberOf(item.span, 'start') !== undefined && numberOf(item.span, 'end') !== undefined;
}

/** The changes that carry spans over from another text, and problems for those that cannot be carried over. */
function carry(targets: readonly Target[], text: CodePointText, was?: CodePointText): (FieldChange | Problem)[] {
  const spans = targets.map(soughtOf);
  return moves(spans, text, was).flatMap((move, i): (FieldChange | Problem)[] => {
    const [target, span] = [targets[i], spans[i]];
    if (!target || !span) return [];
    const invalid = spanProblems(target);
    if (invalid.length > 0) return invalid;
    if ('problem' in move) return [target.place.at('span').problem(strandedMessage(span, move, { text, was }))];
    const { start, end } = move.to;
    const paragraph = numberOf(target.item.span, 'paragraph');
    const stays =
      start === span.start && holds(span, text) && (paragraph === undefined || paragraph === text.paragraphAt(start));
    return stays ? [] : [spanChange(target, { start, end }, text)];
  });
}

/** A span that is anchored in another text. Only wordings and mentions contain their exact words. */
function soughtOf({ item, list }: Target): Sought {
  const [start = 0, end = 0] = [numberOf(item.span, 'start'), numberOf(item.span, 'end')];
  const checksum = textOf(item.span, 'sha256') ?? null;
  return { start, end, sha256: checksum, text: hasOwnWords(list) ? (textOf(item, 'text') ?? null) : null };
}

function strandedMessage(
  span: Sought,
  move: Exclude<Move, { to: Passage }>,
  { text, was }: { readonly text: CodePointText; readonly was: CodePointText | undefined },
): string {
  const [words, write] = span.text === null ? ['these words', 'the words'] : [`"${span.text}"`, span.text];
  const where = `${span.start}-${span.end} of the previous text`;
  if (move.problem === 'gone') {
    const meant = span.text === null ? '' : likelyPlace(span.text, text);
    return `${words} (${where}) are not in this text${meant}: write the new words as span: { text: "…" }, or remove the entry`;
  }
  if (move.problem === 'contested') {
    return `${words} (${where}) occur only once in this text, but several spans have them: remove the entries whose words are gone`;
  }
  const paragraphs = move.found.map((offset) => text.paragraphAt(offset)).join(', ');
  const other = was ? '' : ', or pass the previous text with --was';
  return `${words} (${where}) occur ${move.found.length} times in this text, in paragraphs ${paragraphs}: choose one, e.g. span: { text: ${JSON.stringify(write)}, nth: 2 }${other}`;
}

/** Every entry of every list in the file, once if it has aliases. */
function targets(article: Fields, root: Location): Target[] {
  const seen = new Set<unknown>();
  const isNew = (value: unknown) =>
    typeof value !== 'object' || value === null || (!seen.has(value) && seen.add(value));
  return Object.entries(article).flatMap(([list, entries]) => {
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown, i) => {
      const item = fieldsOf(entry);
      return item && isNew(item) && isNew(item.span) ? [{ place: root.at(list, i), item, list }] : [];
    });
  });
}

function anchorItem(target: Target, text: CodePointText): (FieldChange | Problem)[] {
  const { place, item, list } = target;
  const invalid = spanProblems(target);
  if (invalid.length > 0) return invalid;
  const span = item.span ?? undefined;
  const [start, end] = [numberOf(span, 'start'), numberOf(span, 'end')];
  if (start !== undefined && end !== undefined) {
    const isComplete = numberOf(span, 'paragraph') && (list === 'mentions' || textOf(span, 'sha256'));
    if (isComplete) return [];
    if (start < end && end <= text.length) return [spanChange(target, { start, end }, text)];
    return [
      place.at('span').problem(`the span must end after its start, and at most at ${text.length}, where the text ends`),
    ];
  }
  const at = span ? place.at('span') : place;
  const words = textOf(span, 'text') ?? (hasOwnWords(list) ? textOf(item, 'text') : undefined);
  if (words === undefined) {
    const isEvidence = span !== undefined || hasOwnWords(list);
    return isEvidence ? [at.problem('no words to look for: write span: { text: "the words" }')] : [];
  }
  const found = locate(words, numberOf(span, 'nth'), text);
  return [typeof found === 'string' ? at.problem(found) : spanChange(target, found, text)];
}

const COPY_FIELDS = ['sha256', 'length'];
const SPAN_FIELDS = ['start', 'end', 'paragraph', 'sha256', 'text', 'nth'];

/** What an import would reject in a span, and would be lost if the span were replaced. */
function spanProblems({ place, item, list }: Target): Problem[] {
  const problems = misspelt(item.span, SPAN_FIELDS, place.at('span'));
  const span = fieldsOf(item.span) ?? {};
  if (numberOf(span, 'start') !== undefined && (span.text !== undefined || span.nth !== undefined)) {
    problems.push(place.at('span').problem('a span has either words or offsets: remove one of them'));
  }
  for (const [field, least] of Object.entries({ start: 0, end: 0, paragraph: 1, nth: 1 })) {
    const number = span[field];
    if (number !== undefined && !(Number.isInteger(number) && Number(number) >= least))
      problems.push(place.at('span', field).problem(`"${field}" must be a whole number: it counts from ${least}`));
  }
  for (const at of hasOwnWords(list) ? [place, place.at('span')] : [place.at('span')]) {
    const { text } = at === place ? item : span;
    const isMissing = text === undefined || (text === null && !at.at('text').source);
    if (!isMissing && typeof text !== 'string')
      problems.push(at.at('text').problem('"text" must be a text: put it in quotation marks'));
  }
  return problems;
}

/** Problems of a value that is neither empty nor a map of some of these fields. */
function misspelt(value: unknown, fields: readonly string[], location: Location): Problem[] {
  const map = fieldsOf(value);
  const name = String(location.path.at(-1));
  if (!map)
    return value == null ? [] : [location.problem(`"${name}" must be a map: accepted are ${fields.join(', ')}`)];
  return Object.keys(map)
    .filter((key) => !fields.includes(key))
    .map((key) => location.at(key).keyProblem(`unknown field "${key}": accepted are ${fields.join(', ')}`));
}

function locate(words: string, nth: number | undefined, text: CodePointText): { start: number; end: number } | string {
  const length = codePointLength(words);
  const all = text.offsetsOf(words).map((start) => ({ start, cut: cutOf(text, { start, end: start + length }) }));
  const offsets = all.filter(({ cut }) => cut?.what !== 'character').map(({ start }) => start);
  if (offsets.length === 0) {
    const [inside] = all.flatMap(({ cut }) => cut ?? []);
    return inside
      ? `"${words}" is in the text only as a part of other characters: it ${describeCut(inside)}`
      : `"${words}" is not in the text${likelyPlace(words, text)}`;
  }
  if (offsets.length > 1 && nth === undefined) {
    const paragraphs = offsets.map((offset) => text.paragraphAt(offset)).join(', ');
    return `"${words}" occurs ${offsets.length} times in the text, in paragraphs ${paragraphs}: choose one with nth, counting from 1`;
  }
  const start = offsets[(nth ?? 1) - 1];
  if (start === undefined) {
    const times = offsets.length === 1 ? 'once' : `${offsets.length} times`;
    return `"${words}" occurs only ${times} in the text: nth: ${nth} is too large`;
  }
  return { start, end: start + length };
}

function spanChange({ place, list }: Target, { start, end }: { start: number; end: number }, text: CodePointText) {
  const offsets = { start, end, paragraph: text.paragraphAt(start) };
  const value = list === 'mentions' ? offsets : { ...offsets, sha256: sha256(text.slice(start, end)) };
  return { map: place.path, field: 'span', value, before: 'text' };
}

// The article's `text` goes after the head of the file, before its first list.
function copyChange(article: Fields, value: FieldChange['value']): FieldChange {
  const before = Object.keys(article).find((field) => Array.isArray(article[field]) || field === 'sources');
  return { map: [], field: 'text', value, before };
}

function unwritable({ map, field, value }: FieldChange, root: Location): Problem {
  const message = `"${field}" cannot be written here without changing the rest of the file: write ${field}: ${flowText(value)}`;
  return root.at(...map, field).problem(message);
}

/** An article file has lists; a register contains only maps. */
function isArticle(fields: Fields): boolean {
  return 'headline' in fields || 'text' in fields || Object.values(fields).some(Array.isArray);
}

function hasOwnWords(list: string): boolean {
  return list === 'wordings' || list === 'mentions';
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function textOf(map: unknown, key: string): string | undefined {
  const value = fieldsOf(map)?.[key];
  return typeof value === 'string' ? value : undefined;
}

function numberOf(map: unknown, key: string): number | undefined {
  const value = fieldsOf(map)?.[key];
  return typeof value === 'number' ? value : undefined;
}
