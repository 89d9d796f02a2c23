import { invalidByte } from './utf8.ts';

/** Why bytes are not a text in UTF-8. */
export interface Undecodable {
  /** Offset of the first byte that is wrong. */
  readonly offset: number;
  /** The encoding that the bytes are in, or what the first wrong byte is. Starts in lower case, without a full stop. */
  readonly reason: string;
}

/** Byte order marks, the longer ones first, since UTF-32LE begins like UTF-16LE. */
const MARKS = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
] as const;

/** How many bytes to look at when an encoding is guessed from its NUL bytes. */
const SAMPLE = 4096;

/** Fewer NUL bytes than this are no evidence of an encoding. */
const MIN_NULS = 4;

/** Decodes UTF-8 and keeps a byte order mark, since it is a code point of the text; or says what the bytes are instead. */
export function decodeUtf8(bytes: Uint8Array): string | Undecodable {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { offset: 0, reason: `is ${wide}, not UTF-8` };
  const offset = invalidByte(bytes);
  if (offset !== undefined) return { offset, reason: `is not UTF-8 (${describeByte(bytes, offset)})` };
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** UTF-16 or UTF-32, by the byte order mark, or by NUL bytes in every other byte as in Latin text. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  if (marked) return marked;
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const enough = Math.max(MIN_NULS, sample.length * 0.3);
  if (odd >= enough && even === 0) return 'UTF-16LE';
  return even >= enough && odd === 0 ? 'UTF-16BE' : undefined;
}

/** For example: byte 12 is 0xE9, "é" in Windows-1252. */
function describeByte(bytes: Uint8Array, offset: number): string {
  const byte = bytes[offset] ?? 0;
  const letter = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  const meant = /[\p{L}\p{P}\p{S}]/u.test(letter) ? `, "${letter}" in Windows-1252` : '';
  return `byte ${offset} is 0x${byte.toString(16).toUpperCase()}${meant}`;
}
