import type { Entity, World } from './world.ts';

interface Context {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** The most code points on each side of a span. */
const AROUND = 200;

/** A span in the text of its article; null if the text is not loaded. */
export function contextOf(world: World, row: Entity): Context | null {
  const article = world.one(row, 'article');
  const body = article && world.one(article, 'text')?.values.body;
  if (typeof body !== 'string') return null;
  const points = Array.from(body);
  const [start, end] = [Number(row.values.start), Number(row.values.end)];
  const slice = (from: number, to: number) => points.slice(from, to).join('');
  const before = slice(Math.max(start - AROUND, 0), start);
  const after = slice(end, end + AROUND);
  return {
    before: start > AROUND ? before.replace(/^[^ \n]*[ \n]+/, '') : before,
    text: slice(start, end),
    after: points.length > end + AROUND ? after.replace(/[ \n]+[^ \n]*$/, '') : after,
  };
}
