import type { RowFormat } from '../query/file/format.ts';

/** The media types of downloads. `text/csv; bom=true` starts the file with a byte order mark. */
export const CSV = 'text/csv';
export const NDJSON = 'application/x-ndjson';

/** The download format that an Accept header prefers; undefined if it prefers another media type. */
export function rowFormatOf(accept: string | null): RowFormat | undefined {
  const ranges = (accept ?? '').toLowerCase().split(',').map(readRange);
  const [best] = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  if (best?.type === NDJSON) return 'ndjson';
  if (best?.type !== CSV) return undefined;
  return best.parameters.get('bom') === 'true' ? 'csv-bom' : 'csv';
}

/** The quality (0 to 1) of a media type in an Accept header; 0 if it is not named. Wildcards do not count. */
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
