import { createHash } from 'node:crypto';

/** An ETag out of parts; weak, since what compresses on the way changes the bytes. */
export function tagOf(parts: readonly unknown[]): string {
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/** Whether a request brings this tag, in its header If-None-Match. */
export function brings({ headers }: Request, tag: string): boolean {
  const opaque = (one: string) => one.trim().replace(/^W\//, '');
  return (headers.get('if-none-match') ?? '').split(',').some((one) => opaque(one) === opaque(tag));
}
