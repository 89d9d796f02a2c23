import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { CodePointText } from '../text/code-point.ts';
import { compareProblems, type Problem } from '../text/problem.ts';
import { sha256 } from '../text/sha256.ts';
import { Place, YamlFile } from '../text/yaml-file.ts';
import { likelyPlace } from './likely-place.ts';
import type { Sought } from './locate.ts';
import { type Move, moves } from './move.ts';

export interface AnchorResult {
  /** The file with what could be anchored; comments and layout of the rest are as they were. */
  readonly text: string;
  /** How many spans were filled. */
  readonly anchored: number;
  /** How many spans were carried over from another text, moved or not. */
  readonly carried: number;
  /** Words that stand in the text never, or several times without `nth`; spans that cannot be carried over. */
  readonly problems: readonly Problem[];
}

/** Where in the file a replacement goes, in UTF-16 units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Target {
  readonly place: Place;
  readonly item: YAMLMap;
  readonly list: string;
}

export interface AnchorOptions {
  /** The article file's path as problems shall show it. */
  readonly file?: string;
  /** The text that the file was annotated of, where `articleText` is another state of it. */
  readonly was?: string | undefined;
}

/**
 * Replaces the spans that an author wrote as words, `span: { text: "the words", nth: 2 }`, by offsets, paragraph and
 * checksum, and fills the article's `text` when it is missing. A wording or mention without a span stands where its
 * own text does. What is anchored already stays, so that a second run changes nothing.
 *
 * A file that belongs to another text is carried over to this one, whole or not at all: each span to where its exact
 * words stand once (see `moves`).
 */
export function anchorFile(
  yamlText: string,
  articleText: string,
  { file = 'article.yaml', was }: AnchorOptions = {},
): AnchorResult {
  const yaml = new YamlFile(file, yamlText);
  const root = new Place(yaml);
  const contents = yaml.document.contents;
  const refused = (...problems: readonly Problem[]) => ({ text: yamlText, anchored: 0, carried: 0, problems });
  if (yaml.problems.length > 0) return refused(...yaml.problems);
  if (!isMap(contents) || !contents.items.some(isOfArticle)) {
    return refused(root.problem('this is no article file: an article has a headline, wordings, mentions and the like'));
  }
  const text = new CodePointText(articleText);
  const checksum = sha256(articleText);
  const given = scalarOf(contents.get('text', true), 'sha256');
  const isOther = given !== undefined && given !== checksum;
  if (isOther && was !== undefined && sha256(was) !== given) {
    return refused(root.at('text', 'sha256').problem(`the text before has another sha256: ${sha256(was)}`));
  }
  const problems: Problem[] = [];
  const edits: Edit[] = [];
  const all = targets(contents, root);
  const anchored = isOther ? all.filter(isAnchored) : [];
  if (isOther && anchored.length === 0) {
    const message = `this file belongs to another text: the one given has the sha256 ${checksum}`;
    return refused(root.at('text', 'sha256').problem(message));
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
  if (isOther && problems.length > 0) return refused(...problems.sort(compareProblems));
  if (given !== checksum) edits.push(copyEdit(contents, yamlText, `{ sha256: "${checksum}", length: ${text.length} }`));
  return {
    text: applyEdits(yamlText, edits),
    anchored: filled,
    carried: anchored.length,
    problems: problems.sort(compareProblems),
  };
}

function isAnchored({ item }: Target): boolean {
  const span = item.get('span', true);
  return numberOf(span, 'start') !== undefined && numberOf(span, 'end') !== undefined;
}

/** What has to change so that spans of another text stand in this one, and what cannot be carried over. */
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

/** A span that is anchored in another text. Only wordings and mentions have its very words. */
function soughtOf({ item, list }: Target): Sought {
  const span = item.get('span', true);
  const [start = 0, end = 0] = [numberOf(span, 'start'), numberOf(span, 'end')];
  const hasOwnWords = list === 'wordings' || list === 'mentions';
  const checksum = scalarOf(span, 'sha256') ?? null;
  return { start, end, sha256: checksum, text: hasOwnWords ? (scalarOf(item, 'text') ?? null) : null };
}

function strandedMessage(span: Sought, move: Exclude<Move, { to: number }>, text: CodePointText): string {
  const [words, write] = span.text === null ? ['these words', 'the words'] : [`"${span.text}"`, span.text];
  const where = `${span.start}-${span.end} of the text before`;
  if (move.problem === 'gone') {
    const meant = span.text === null ? '' : likelyPlace(span.text, text);
    return `${words} (${where}) stand nowhere in this text${meant}: write the new ones, as in span: { text: "…" }, or remove the entry`;
  }
  if (move.problem === 'contested') {
    return `${words} (${where}) stand in this text only once, for several spans: remove those that are gone`;
  }
  const paragraphs = move.found.map((offset) => text.paragraphAt(offset)).join(', ');
  return `${words} (${where}) stand in this text ${move.found.length} times, in paragraphs ${paragraphs}: say which, as in span: { text: ${JSON.stringify(write)}, nth: 2 }, or give the text before by --was`;
}

/** Every entry of every list of the file. */
function targets(contents: YAMLMap, root: Place): Target[] {
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
    const complete = list === 'mentions' || (scalarOf(span, 'sha256') && numberOf(span, 'paragraph'));
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
  if (offsets.length === 0) return `"${words}" does not stand in the text${likelyPlace(words, text)}`;
  if (offsets.length > 1 && nth === undefined) {
    const paragraphs = offsets.map((offset) => text.paragraphAt(offset)).join(', ');
    return `"${words}" stands in the text ${offsets.length} times, in paragraphs ${paragraphs}: say which by nth, from 1`;
  }
  const start = offsets[(nth ?? 1) - 1];
  if (start === undefined) return `"${words}" stands in the text only ${offsets.length} times: nth: ${nth} is too many`;
  return { start, end: start + new CodePointText(words).length };
}

function spanText({ start, end }: { start: number; end: number }, text: CodePointText, list: string): string {
  if (list === 'mentions') return `{ start: ${start}, end: ${end} }`;
  const checksum = sha256(text.slice(start, end));
  return `{ start: ${start}, end: ${end}, paragraph: ${text.paragraphAt(start)}, sha256: "${checksum}" }`;
}

// A block map begins on the line after its key; the flow map that replaces it goes on the line of the key.
function replaceNode(place: Place, flow: string): Edit {
  const span = place.at('span');
  const node = span.file.nodeAt(span.path);
  const [start, end] = [node?.range?.[0] ?? 0, contentEnd(node)];
  const keyStart = span.file.offsetAt(span.path, true);
  const between = /^span\s*:(\s*)$/.exec(span.file.text.slice(keyStart, start));
  if (between?.[1]?.includes('\n')) return { start: keyStart, end, text: `span: ${flow}` };
  return { start, end, text: flow };
}

// Before the first key of the entry: on a line of its own in a block, with a comma in a flow map.
function insertSpan(place: Place, item: YAMLMap, flow: string): Edit {
  const start = place.file.offsetAt([...place.path, 'text'], true);
  const { column } = place.at('text').file.problemAtOffset(start, '');
  const text = item.flow ? `span: ${flow}, ` : `span: ${flow}\n${' '.repeat(column - 1)}`;
  return { start, end: start, text };
}

// After the head of the file, before its first list.
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

/** Whether a field is one that stands in an article file; a register has maps alone. */
function isOfArticle({ key, value }: Pair): boolean {
  return isSeq(value) || (isScalar(key) && (key.value === 'headline' || key.value === 'text'));
}

function isSources({ key }: Pair): boolean {
  return isScalar(key) && key.value === 'sources';
}

// A block map's range reaches to the next line; its last value's does not.
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
