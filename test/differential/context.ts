import type { Entity, World } from './world.ts';

interface Context {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** How many code points stand on each side of a span, at most. */
const AROUND = 200;

/** Words at their place in the text of their article; null where that is not loaded. */
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
