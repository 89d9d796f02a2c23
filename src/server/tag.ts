import { createHash } from 'node:crypto';

/** The ETag of these parts. It is weak, since a proxy may compress the response and change its bytes. */
export function tagOf(parts: readonly unknown[]): string {
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/** Whether the If-None-Match header of a request contains this tag. */
export function hasTag({ headers }: Request, tag: string): boolean {
  const opaque = (one: string) => one.trim().replace(/^W\//, '');
  return (headers.get('if-none-match') ?? '').split(',').some((one) => opaque(one) === opaque(tag));
}
