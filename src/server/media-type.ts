import type { RowFormat } from '../query/file/format.ts';

/** The media types of downloads. `text/csv; bom=true` starts the file with a byte order mark. */
export const CSV = 'text/csv';
export const NDJSON = 'application/x-ndjson';

/** The download format that an Accept header prefers; undefined if it prefers another media type. */
export function rowFormatOf(accept: string | null): RowFormat | undefined {
  const [best] = readList(accept)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  if (best?.type === NDJSON) return 'ndjson';
  if (best?.type !== CSV) return undefined;
  return best.parameters.get('bom') === 'true' ? 'csv-bom' : 'csv';
}

/** The quality (0 to 1) of a media type in an Accept header; 0 if it is not named. Wildcards do not count. */
export function qualityOf(accept: string | null, type: string): number {
  return Math.max(
    0,
    ...readList(accept)
      .filter((range) => range.type === type)
      .map(({ quality }) => quality),
  );
}

/** An entry of a header: a media type or a coding, with its parameters. */
export interface HeaderEntry {
  /** In lower case. */
  readonly type: string;
  /** By name; all in lower case, without quotation marks. */
  readonly parameters: ReadonlyMap<string, string>;
  /** From 0 to 1. */
  readonly quality: number;
}

/** The entries of a header such as Accept, Accept-Encoding or Content-Type. */
export function readList(header: string | null): HeaderEntry[] {
  return (header ?? '').toLowerCase().split(',').map(readEntry);
}

function readEntry(entry: string): HeaderEntry {
  const [type = '', ...rest] = entry.split(';').map((part) => part.trim());
  const parameters = new Map(
    rest.map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), value.replaceAll(/["']/g, '').trim()];
    }),
  );
  const quality = Number(parameters.get('q') ?? 1);
  return { type, parameters, quality: Number.isFinite(quality) ? quality : 0 };
}
