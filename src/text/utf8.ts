import { isUtf8 } from 'node:buffer';

/** The offset of the first byte that is not UTF-8; undefined if all of them are. */
export function invalidByte(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  let [offset, from] = [0, 0];
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    // U+FFFD itself may occur in a text.
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    from = at + 1;
  }
  return undefined;
}

/**
 * The index of the first percent-encoded byte that is not UTF-8, in a query string or a form; undefined if all of them are.
 *
 * @example
 * invalidEscape('name=%C3%B8') // undefined: ø
 * invalidEscape('name=%F8') // 5: ø in ISO 8859-1
 */
export function invalidEscape(text: string): number | undefined {
  for (const { 0: escapes, index } of text.matchAll(/(?:%[\da-f]{2})+/gi)) {
    const offset = invalidByte(Buffer.from(escapes.replaceAll('%', ''), 'hex'));
    if (offset !== undefined) return index + 3 * offset;
  }
  return undefined;
}
