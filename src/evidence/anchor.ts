import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { CodePointText } from '../text/code-point.ts';
import { compareProblems, type Problem } from '../text/problem.ts';
import { sha256 } from '../text/sha256.ts';
import { Location, YamlFile } from '../text/yaml-file.ts';
import { likelyPlace } from './likely-place.ts';
import type { Sought } from './locate.ts';
import { type Move, moves } from './move.ts';
import { type Printed, printedFaults } from './printed.ts';

export interface AnchorResult {
  /** The file with the spans filled in; all other comments and layout are unchanged. */
  readonly text: string;
  /** How many spans were filled in. */
  readonly anchored: number;
  /** How many spans were carried over from the previous text, moved or not. */
  readonly carried: number;
  /** Words that are not in the text, or occur several times without `nth`; spans that cannot be carried over. */
  readonly problems: readonly Problem[];
  /** Printed words that the text does not have where they belong, in the result. */
  readonly faults: readonly Problem[];
}

/** A replacement in the file, in UTF-16 units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Target {
  readonly place: Location;
  readonly item: YAMLMap;
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
 */
export function anchorFile(
  yamlText: string,
  articleText: string,
  { file = 'article.yaml', was, printed }: AnchorOptions = {},
): AnchorResult {
  const yaml = new YamlFile(file, yamlText);
  const root = new Location(yaml);
  const contents = yaml.document.contents;
  const rejected = (...problems: readonly Problem[]) => ({
    text: yamlText,
    anchored: 0,
    carried: 0,
    problems,
    faults: [],
  });
  if (yaml.problems.length > 0) return rejected(...yaml.problems);
  if (!isMap(contents) || !contents.items.some(isOfArticle)) {
    return rejected(root.problem('this is not an article file: an article has a headline, wordings, mentions, etc.'));
  }
  const text = new CodePointText(articleText);
  const checksum = sha256(articleText);
  const given = scalarOf(contents.get('text', true), 'sha256');
  const isOther = given !== undefined && given !== checksum;
  if (isOther && was !== undefined && sha256(was) !== given) {
    return rejected(
      root.at('text', 'sha256').problem(`the previous text does not have this sha256, but ${sha256(was)}`),
    );
  }
  const problems: Problem[] = [];
  const edits: Edit[] = [];
  const all = targets(contents, root);
  const anchored = isOther ? all.filter(isAnchored) : [];
  if (isOther && anchored.length === 0) {
    const message = `this file belongs to another text: the given one has the sha256 ${checksum}`;
    return rejected(root.at('text', 'sha256').problem(message));
  }
  for (const target of all) {
    const edit = anchored.includes(target) ? undefined : anchorItem(target, text);
    if (edit && 'message' in edit) problems.push(edit);
    else if (edit) edits.push(edit);
  }
  const filled = edits.length;
  for (const edit of carry(anchored, text, was === undefined ? undefined : new CodePointText(was))) {
    if ('message' in edit) problems.push(edit);
    else edits.push(edit);
  }
  if (isOther && problems.length > 0) return rejected(...problems.sort(compareProblems));
  if (given !== checksum) edits.push(copyEdit(contents, yamlText, `{ sha256: "${checksum}", length: ${text.length} }`));
  const result = new YamlFile(file, applyEdits(yamlText, edits));
  return {
    text: result.text,
    anchored: filled,
    carried: anchored.length,
    problems: problems.sort(compareProblems),
    faults: printedFaults(printed?.(result.data) ?? [], text)
      .map(({ printed: { path }, message }) => new Location(result, path).problem(message))
      .sort(compareProblems),
  };
}

function isAnchored({ item }: Target): boolean {
  const span = item.get('span', true);
  return numberOf(span, 'start') !== undefined && numberOf(span, 'end') !== undefined;
}

/** The edits that carry spans over from another text, and problems for those that cannot be carried over. */
function carry(targets: readonly Target[], text: CodePointText, was?: CodePointText): readonly (Edit | Problem)[] {
  const spans = targets.map(soughtOf);
  return moves(spans, text, was).flatMap((move, i): readonly (Edit | Problem)[] => {
    const [target, span] = [targets[i], spans[i]];
    if (!target || !span) return [];
    if ('problem' in move) return [target.place.at('span').problem(strandedMessage(span, move, text))];
    const end = move.to + span.end - span.start;
    const paragraph = numberOf(target.item.get('span', true), 'paragraph');
    const stays = move.to === span.start && (paragraph === undefined || paragraph === text.paragraphAt(move.to));
    return stays ? [] : [replaceNode(target.place, spanText({ start: move.to, end }, text, target.list))];
  });
}

/** A span that is anchored in another text. Only wordings and mentions contain their exact words. */
function soughtOf({ item, list }: Target): Sought {
  const span = item.get('span', true);
  const [start = 0, end = 0] = [numberOf(span, 'start'), numberOf(span, 'end')];
  const hasOwnWords = list === 'wordings' || list === 'mentions';
  const checksum = scalarOf(span, 'sha256') ?? null;
  return { start, end, sha256: checksum, text: hasOwnWords ? (scalarOf(item, 'text') ?? null) : null };
}

function strandedMessage(span: Sought, move: Exclude<Move, { to: number }>, text: CodePointText): string {
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
  return `${words} (${where}) occur ${move.found.length} times in this text, in paragraphs ${paragraphs}: choose one, e.g. span: { text: ${JSON.stringify(write)}, nth: 2 }, or pass the previous text with --was`;
}

/** Every entry of every list in the file. */
function targets(contents: YAMLMap, root: Location): Target[] {
  return contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isSeq(value)) return [];
    const list = String(key.value);
    return value.items.flatMap((item, i) => (isMap(item) ? [{ place: root.at(list, i), item, list }] : []));
  });
}

function anchorItem({ place, item, list }: Target, text: CodePointText): Edit | Problem | undefined {
  const span = item.get('span', true);
  if (span !== undefined && !isMap(span)) return undefined;
  const [start, end] = [numberOf(span, 'start'), numberOf(span, 'end')];
  if (start !== undefined && end !== undefined) {
    const complete = numberOf(span, 'paragraph') && (list === 'mentions' || scalarOf(span, 'sha256'));
    return complete ? undefined : replaceNode(place, spanText({ start, end }, text, list));
  }
  const hasOwnWords = list === 'wordings' || list === 'mentions';
  const words = scalarOf(span, 'text') ?? (hasOwnWords ? scalarOf(item, 'text') : undefined);
  const at = span ? place.at('span') : place;
  if (words === undefined) {
    const isEvidence = span !== undefined || hasOwnWords;
    return isEvidence ? at.problem('no words to look for: write span: { text: "the words" }') : undefined;
  }
  const found = locate(words, numberOf(span, 'nth'), text);
  if (typeof found === 'string') return at.problem(found);
  const flow = spanText(found, text, list);
  return span ? replaceNode(place, flow) : insertSpan(place, item, flow);
}

function locate(words: string, nth: number | undefined, text: CodePointText): { start: number; end: number } | string {
  const offsets = text.offsetsOf(words);
  if (offsets.length === 0) return `"${words}" is not in the text${likelyPlace(words, text)}`;
  if (offsets.length > 1 && nth === undefined) {
    const paragraphs = offsets.map((offset) => text.paragraphAt(offset)).join(', ');
    return `"${words}" occurs ${offsets.length} times in the text, in paragraphs ${paragraphs}: choose one with nth, counting from 1`;
  }
  const start = offsets[(nth ?? 1) - 1];
  if (start === undefined)
    return `"${words}" occurs only ${offsets.length} times in the text: nth: ${nth} is too large`;
  return { start, end: start + new CodePointText(words).length };
}

function spanText({ start, end }: { start: number; end: number }, text: CodePointText, list: string): string {
  const paragraph = text.paragraphAt(start);
  if (list === 'mentions') return `{ start: ${start}, end: ${end}, paragraph: ${paragraph} }`;
  const checksum = sha256(text.slice(start, end));
  return `{ start: ${start}, end: ${end}, paragraph: ${paragraph}, sha256: "${checksum}" }`;
}

// A block map begins on the line after its key; the flow map that replaces it goes on the same line as the key.
function replaceNode(place: Location, flow: string): Edit {
  const span = place.at('span');
  const node = span.file.nodeAt(span.path);
  const [start, end] = [node?.range?.[0] ?? 0, contentEnd(node)];
  const keyStart = span.file.offsetAt(span.path, true);
  const between = /^span\s*:(\s*)$/.exec(span.file.text.slice(keyStart, start));
  if (between?.[1]?.includes('\n')) return { start: keyStart, end, text: `span: ${flow}` };
  return { start, end, text: flow };
}

// Inserted before the entry's text: on its own line in a block map, followed by a comma in a flow map.
function insertSpan(place: Location, item: YAMLMap, flow: string): Edit {
  const start = place.file.offsetAt([...place.path, 'text'], true);
  const { column } = place.at('text').file.problemAtOffset(start, '');
  const text = item.flow ? `span: ${flow}, ` : `span: ${flow}\n${' '.repeat(column - 1)}`;
  return { start, end: start, text };
}

// The article's `text` goes after the head of the file, before its first list.
function copyEdit(contents: YAMLMap, yamlText: string, flow: string): Edit {
  const present = contents.items.find(({ key }) => isScalar(key) && key.value === 'text');
  if (present && isMap(present.value)) {
    return { start: present.value.range?.[0] ?? 0, end: contentEnd(present.value), text: flow };
  }
  if (present && isScalar(present.key)) {
    const start = present.key.range?.[0] ?? 0;
    const end = isScalar(present.value) ? (present.value.range?.[1] ?? start) : start;
    return { start, end, text: `text: ${flow}` };
  }
  const line = `text: ${flow}\n`;
  const firstList = contents.items.findIndex((pair) => isSeq(pair.value) || isSources(pair));
  const before = contents.items.at(firstList < 0 ? -1 : firstList - 1);
  if (firstList === 0) return { start: 0, end: 0, text: line };
  const lineEnd = yamlText.indexOf('\n', contentEnd(before?.value ?? before?.key) - 1);
  if (lineEnd < 0) return { start: yamlText.length, end: yamlText.length, text: `\n${line}` };
  return { start: lineEnd + 1, end: lineEnd + 1, text: line };
}

/** Whether a field belongs to an article file; a register contains only maps. */
function isOfArticle({ key, value }: Pair): boolean {
  return isSeq(value) || (isScalar(key) && (key.value === 'headline' || key.value === 'text'));
}

function isSources({ key }: Pair): boolean {
  return isScalar(key) && key.value === 'sources';
}

// The range of a block map extends to the next line; the range of its last value does not.
function contentEnd(node: unknown): number {
  if (isMap(node) && !node.flow) return contentEnd(node.items.at(-1)?.value ?? node.items.at(-1)?.key);
  return (node as Node | null)?.range?.[1] ?? 0;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

function scalarOf(map: unknown, key: string): string | undefined {
  const value = isMap(map) ? map.get(key) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function numberOf(map: unknown, key: string): number | undefined {
  const value = isMap(map) ? map.get(key) : undefined;
  return typeof value === 'number' ? value : undefined;
}
