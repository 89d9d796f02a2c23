/** Characters that a reader does not see, or takes for a plain space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** How two texts look alike: `form`, only their Unicode form differs (NFC, NFD); `unseen`, only spaces and invisible characters. */
export function likeness(one: string, other: string): 'form' | 'unseen' | undefined {
  if (one.normalize() === other.normalize()) return 'form';
  const plain = (text: string) =>
    text
      .normalize()
      .replace(/[^\S\ufeff]+/gu, ' ')
      .replace(new RegExp(UNSEEN, 'gu'), '');
  return plain(one) === plain(other) ? 'unseen' : undefined;
}

const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A text in double quotation marks as YAML reads it, with escapes for characters that cannot be seen. With `form`, letters
 * that have several Unicode forms are escaped too: "Jose\u0301" or "Jos\u00e9".
 */
export function quotedVisibly(text: string, form = false): string {
  const points = [...CHARACTERS.segment(text)].flatMap(({ segment }) => {
    const hasForms = form && segment.normalize('NFC') !== segment.normalize('NFD');
    return [...segment].map((point) => ({ point, hidden: UNSEEN.test(point) || (hasForms && point > '\x7f') }));
  });
  if (!points.some(({ hidden }) => hidden)) return `"${text}"`;
  return `"${points.map(({ point, hidden }) => (hidden ? escaped(point) : point.replace(/["\\]/u, '\\$&'))).join('')}"`;
}

/** Code points as in U+0065 U+0301. */
export function codePoints(text: string): string {
  return [...text].map((point) => `U+${hex(point).toUpperCase().padStart(4, '0')}`).join(' ');
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(point: string): string {
  const code = hex(point);
  return SHORT[point] ?? (code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`);
}

function hex(point: string): string {
  return (point.codePointAt(0) ?? 0).toString(16);
}
