import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';

/** Something that keeps a text from being YAML. */
export interface Mistake {
  /** In UTF-16 units. */
  readonly offset: number;
  /** What is wrong and what would be right, in words for whoever wrote the text. */
  readonly message: string;
}

/**
 * What the parser stumbled over, by place. Whatever stands behind a mistake of syntax was read wrongly: the first such
 * mistake is the last that is named.
 */
export function yamlMistakes(document: Document.Parsed, text: string): Mistake[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = errors.findIndex(({ code }) => !WELL_FORMED.has(code));
  return errors.slice(0, first < 0 ? errors.length : first + 1).map((error) => mistake(error, document, text));
}

/** Mistakes that leave the rest of the text as it was meant. */
const WELL_FORMED: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'BAD_DQ_ESCAPE']);

const QUOTE_COLON = 'put this text between quotation marks, since it has ": " in it';

function mistake({ code, message, pos: [at] }: YAMLError, document: Document.Parsed, text: string): Mistake {
  const here = (words: string): Mistake => ({ offset: at, message: words });
  const sign = text.charAt(at);
  switch (code) {
    case 'DUPLICATE_KEY':
      return here('this key stands already in the same map: a key is written once');
    case 'MULTIPLE_DOCS':
      return here('a second document begins here: a file holds one');
    case 'TAB_AS_INDENT':
      return here('a tab stands here: indent with blanks');
    case 'BAD_DQ_ESCAPE':
      return here('between "…" a backslash is written twice; between \'…\' it stands as it is');
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'BAD_DIRECTIVE':
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
      return here(`a text that begins with ${sign} stands between quotation marks`);
    case 'RESOURCE_EXHAUSTION':
      return here('this is nested deeper than anything that belongs here');
    case 'BLOCK_IN_FLOW':
      return here(`${QUOTE_COLON}; or is a comma missing before the next key?`);
    case 'KEY_OVER_1024_CHARS':
      return here(QUOTE_COLON);
    case 'MULTILINE_IMPLICIT_KEY':
      return here(notAKey(lineFrom(text, at)));
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (message.startsWith('A block sequence')) return indentation(text, at);
      return /:(\s|$)|^\? /.test(lineFrom(text, at)) ? here(QUOTE_COLON) : indentation(text, nextLine(text, at));
  }
  const [, closing] = /end with a ([\]}])/.exec(message) ?? [];
  if (closing) return unclosed(document, { at, sign, closing });
  if (/ items must start at the same column|without - indicator/.test(message)) return indentation(text, at);
  if (message.startsWith('Missing closing')) return unclosedQuotation(document, at);
  if (message.startsWith('Implicit map keys')) return here(notAKey(lineFrom(text, at)));
  if (/^Missing ,|^Unexpected scalar token$/.test(message)) return here('a comma is missing before this');
  if (message.startsWith('Unexpected ,')) return here('there is nothing before this comma: remove it');
  if (/flow-(map|seq)-end/.test(message)) return here(`nothing is open that "${sign}" could close: remove it`);
  if (message.startsWith('Flow end indicator')) return here(`begin "${sign}" in a deeper column than its key`);
  if (message.endsWith('at node end')) return here(goesOn(text.slice(0, at).trimEnd().at(-1)));
  if (message.startsWith('Comments must')) return here('a blank is missing before #, which begins a comment');
  if (message.includes('block-seq-ind on same line'))
    return here('a list begins on the line below its key; a text that begins with "- " stands between quotation marks');
  if (/Block scalar header|^Not a YAML token/.test(message))
    return here(
      'the text after | or > begins on the next line; one that begins with them stands between quotation marks',
    );
  return here(`this is not YAML (${message}): a text with any of : # [ ] { } , in it stands between quotation marks`);
}

function unclosed(document: Document.Parsed, end: { at: number; sign: string; closing: string }): Mistake {
  const { at, sign, closing } = end;
  const opening = closing === ']' ? '[' : '{';
  if (sign === ']' || sign === '}')
    return { offset: at, message: `"${opening}" is open here, and closed with "${closing}", not with "${sign}"` };
  const offset = startOf(document, (node) => isCollection(node) && node.flow === true && node.range?.[1] === at) ?? at;
  return { offset, message: `"${opening}" is opened here and never closed: write "${closing}" behind the last entry` };
}

function unclosedQuotation(document: Document.Parsed, at: number): Mistake {
  const offset = startOf(document, (node) => isScalar(node) && node.range?.[1] === at) ?? at;
  return { offset, message: 'the quotation mark here is never closed: write it behind the last word, too' };
}

/** Where the innermost node begins of those that a condition holds for. */
function startOf(document: Document.Parsed, holds: (node: Node) => boolean): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (holds(node)) start = node.range?.[0];
    },
  });
  return start;
}

function notAKey(line: string): string {
  const [, key, value] = /^([\w-]+):(\S.*)/.exec(line) ?? [];
  if (key && value) return `a blank is missing behind the colon: write "${key}: ${value}"`;
  return 'this line has no key: begin it with "key: ", or deeper than the line above if it belongs to the text there';
}

function goesOn(end: string | undefined): string {
  if (end === ']' || end === '}')
    return `"${end}" ends the ${end === ']' ? 'list' : 'map'}, and something follows: put a text between quotation marks`;
  return "the quotation mark before this ends the text: put all of it between '…', with '' for each ' in it";
}

/** The line of an offset begins in a column in which it belongs to nothing. */
function indentation(text: string, at: number): Mistake {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const column = text.slice(start).search(/[^ ]/) + 1;
  const columns = openColumns(text.slice(0, start));
  const message = columns.includes(column)
    ? 'an entry of the list above is missing its "- "'
    : `this line begins in column ${column}: what belongs to a map or list above it begins in column ${orList(columns)}`;
  return { offset: start + column - 1, message };
}

/** The columns in which the maps and lists begin that are open at the end of a text, from 1. */
function openColumns(text: string): number[] {
  const columns: number[] = [];
  for (const line of text.split('\n').reverse()) {
    const [, indent = '', dash = '', sign = ''] = /^( *)((?:- +)*)(\S)/.exec(line) ?? [];
    if (sign === '' || sign === '#') continue;
    const inner = sign === '{' || sign === '[' ? [] : [indent.length + dash.length + 1];
    for (const column of [...inner, indent.length + 1]) {
      if (column < (columns[0] ?? Number.POSITIVE_INFINITY)) columns.unshift(column);
    }
  }
  return columns;
}

function orList(columns: readonly number[]): string {
  return columns.length < 2 ? columns.join() : `${columns.slice(0, -1).join(', ')} or ${columns.at(-1)}`;
}

function lineFrom(text: string, at: number): string {
  const [line = ''] = text.slice(at).split(/\r?\n/, 1);
  return line;
}

/** The offset of the first line that is not blank behind that of an offset. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const blank = text.slice(end).search(/\S/);
  return end < 0 || blank < 0 ? at : end + blank;
}
