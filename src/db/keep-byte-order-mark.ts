import { protocol } from '@electric-sql/pglite';

type Parser = InstanceType<typeof protocol.Parser>;

const { parse } = protocol.Parser.prototype;
const parsers = new WeakMap<Parser, Parser>();

/**
 * Makes PGlite return texts that begin with U+FEFF unchanged, as servers do. Its parser of answers decodes each value
 * with a TextDecoder that takes this character for a byte order mark and drops it, and has no option for it. So every
 * parser parses through one that was made while TextDecoder keeps the mark.
 */
export function keepByteOrderMarks(): void {
  protocol.Parser.prototype.parse = function parseUnchanged(this: Parser, ...args: Parameters<typeof parse>) {
    let parser = parsers.get(this);
    if (!parser) {
      parser = parserKeepingMarks();
      parsers.set(this, parser);
    }
    parse.apply(parser, args);
  };
}

function parserKeepingMarks(): Parser {
  const { TextDecoder } = globalThis;
  globalThis.TextDecoder = class extends TextDecoder {
    constructor(label?: string, options?: TextDecoderOptions) {
      super(label, { ...options, ignoreBOM: true });
    }
  };
  try {
    return new protocol.Parser();
  } finally {
    globalThis.TextDecoder = TextDecoder;
  }
}
