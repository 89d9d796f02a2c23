import type { CodePointText } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';
import type { Sought } from './locate.ts';

/** Whether a text has a span's words at the recorded offsets, moved by `shift` code points. */
export function holds({ start, end, text, sha256: checksum }: Sought, copy: CodePointText, shift = 0): boolean {
  const words = copy.slice(Math.max(start + shift, 0), Math.max(end + shift, 0));
  return (text === null || words === text) && (checksum === null || sha256(words) === checksum);
}
