import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';

/** A YAML syntax error. */
export interface Mistake {
  /** The offset of the mistake in the file, in UTF-16 units. */
  readonly offset: number;
  /** What is wrong and what is accepted, for the author of the file. */
  readonly message: string;
}

/**
 * The parser's errors in the order of the text, up to and including the first syntax error: the parser misreads
 * everything after that.
 */
export function yamlMistakes(document: Document.Parsed, text: string): Mistake[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = errors.findIndex(({ code }) => !WELL_FORMED.has(code));
  return errors.slice(0, first < 0 ? errors.length : first + 1).map((error) => mistake(error, document, text));
}

/** Errors after which the rest of the text is still parsed correctly. */
const WELL_FORMED: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'BAD_DQ_ESCAPE']);

const QUOTE_COLON = 'put this text in quotation marks, because it contains ": "';

function mistake({ code, message, pos: [at] }: YAMLError, document: Document.Parsed, text: string): Mistake {
  const here = (words: string): Mistake => ({ offset: at, message: words });
  const character = text.charAt(at);
  switch (code) {
    case 'DUPLICATE_KEY':
      return here('this key is already in the same map: write each key once');
    case 'MULTIPLE_DOCS':
      return here('a second document begins here: a file contains one');
    case 'TAB_AS_INDENT':
      return here('tab in the indentation: use spaces');
    case 'BAD_DQ_ESCAPE':
      return here('invalid escape: in "…" write the backslash twice, or use \'…\'');
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'BAD_DIRECTIVE':
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
      return here(`put a text that begins with ${character} in quotation marks`);
    case 'RESOURCE_EXHAUSTION':
      return here('this is nested too deeply');
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
  if (closing) return unclosed(document, { at, character, closing });
  if (/ items must start at the same column|without - indicator/.test(message)) return indentation(text, at);
  if (message.startsWith('Missing closing')) return unclosedQuotation(document, at);
  if (message.startsWith('Implicit map keys')) return here(notAKey(lineFrom(text, at)));
  if (/^Missing ,|^Unexpected scalar token$/.test(message)) return here('missing comma before this');
  if (message.startsWith('Unexpected ,')) return here('nothing precedes this comma: remove it');
  if (/flow-(map|seq)-end/.test(message)) return here(`"${character}" closes nothing: remove it`);
  if (message.startsWith('Flow end indicator')) return here(`indent "${character}" more than its key`);
  if (message.endsWith('at node end')) return here(goesOn(text.slice(0, at).trimEnd().at(-1)));
  if (message.startsWith('Comments must')) return here('missing space before #, which begins a comment');
  if (message.includes('block-seq-ind on same line'))
    return here('begin a list on the line below its key; put a text that begins with "- " in quotation marks');
  if (/Block scalar header|^Not a YAML token/.test(message))
    return here('begin the text after | or > on the next line; put a text that begins with | or > in quotation marks');
  return here(`this is not YAML (${message}): put a text that contains : # [ ] { } or , in quotation marks`);
}

function unclosed(document: Document.Parsed, end: { at: number; character: string; closing: string }): Mistake {
  const { at, character, closing } = end;
  const opening = closing === ']' ? '[' : '{';
  if (character === ']' || character === '}')
    return { offset: at, message: `the open "${opening}" is closed with "${closing}", not with "${character}"` };
  const offset = startOf(document, (node) => isCollection(node) && node.flow === true && node.range?.[1] === at) ?? at;
  return { offset, message: `this "${opening}" is never closed: write "${closing}" after the last entry` };
}

function unclosedQuotation(document: Document.Parsed, at: number): Mistake {
  const offset = startOf(document, (node) => isScalar(node) && node.range?.[1] === at) ?? at;
  return { offset, message: 'this quotation mark is never closed: repeat it after the last word' };
}

/** The start of the innermost node that fulfils a condition. */
function startOf(document: Document.Parsed, matches: (node: Node) => boolean): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (matches(node)) start = node.range?.[0];
    },
  });
  return start;
}

function notAKey(line: string): string {
  const [, key, value] = /^([\w-]+):(\S.*)/.exec(line) ?? [];
  if (key && value) return `missing space after the colon: write "${key}: ${value}"`;
  return 'this line has no key: begin it with "key: ", or indent it further if it continues the text above';
}

function goesOn(end: string | undefined): string {
  if (end === ']' || end === '}')
    return `"${end}" ends the ${end === ']' ? 'list' : 'map'}, but more text follows: put the whole text in quotation marks`;
  return "the quotation mark before this ends the text: put the whole text in '…', and write each ' in it twice";
}

/** The error of a line that is indented to a column where no open map or list begins. */
function indentation(text: string, at: number): Mistake {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const column = text.slice(start).search(/[^ ]/) + 1;
  const columns = openColumns(text.slice(0, start));
  const message = columns.includes(column)
    ? 'missing "- " before this entry of the list above'
    : `this line begins in column ${column}: the maps and lists above it begin in column ${orList(columns)}`;
  return { offset: start + column - 1, message };
}

/** The columns, from 1, in which the maps and lists that are open at the end of a text begin. */
function openColumns(text: string): number[] {
  const columns: number[] = [];
  for (const line of text.split('\n').reverse()) {
    const [, indent = '', dash = '', first = ''] = /^( *)((?:- +)*)(\S)/.exec(line) ?? [];
    if (first === '' || first === '#') continue;
    const inner = first === '{' || first === '[' ? [] : [indent.length + dash.length + 1];
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

/** The offset of the first non-blank line after the line of an offset. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const blank = text.slice(end).search(/\S/);
  return end < 0 || blank < 0 ? at : end + blank;
}
