import type { RowFormat } from '../query/file/format.ts';

/** The media types of lists as files. A client that asks for CSV with `bom=true` gets a byte order mark. */
export const CSV = 'text/csv';
export const NDJSON = 'application/x-ndjson';

/** The format of a file for which an Accept header asks; undefined when it prefers another answer to both. */
export function rowFormatOf(accept: string | null): RowFormat | undefined {
  const ranges = (accept ?? '').toLowerCase().split(',').map(readRange);
  const [best] = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  if (best?.type === NDJSON) return 'ndjson';
  if (best?.type !== CSV) return undefined;
  return best.parameters.get('bom') === 'true' ? 'csv-bom' : 'csv';
}

/** How much a client wants a media type that its Accept header names, from 0 (not at all, or not named) to 1. */
export function qualityOf(accept: string | null, type: string): number {
  const ranges = (accept ?? '').toLowerCase().split(',').map(readRange);
  return Math.max(0, ...ranges.filter((range) => range.type === type).map(({ quality }) => quality));
}

function readRange(range: string) {
  const [type = '', ...rest] = range.split(';').map((part) => part.trim());
  const parameters = new Map(
    rest.map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), value.trim().replaceAll('"', '')];
    }),
  );
  const quality = Number(parameters.get('q') ?? 1);
  return { type, parameters, quality: Number.isFinite(quality) ? quality : 0 };
}
