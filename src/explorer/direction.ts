import { Fragment, h, options, type VNode } from 'preact';

/** Letters that are written from right to left (Hebrew, Arabic …), and characters that control the direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Elements that contain only text, or a part of words that have a direction as a whole. */
const LEFT_ALONE = new Set(['bdi', 'mark', 'title', 'script', 'style']);
/** Elements that cannot contain a `<bdi>`. */
const TEXT_ONLY = new Set(['option', 'textarea']);
/** Elements whose lines begin on the right if they have nothing but such a text. */
const PARAGRAPHS = new Set(['p', 'blockquote']);
const SVG_TEXT = new Set(['text', 'tspan']);

let installed = false;

/**
 * Isolates every text of the dataset with letters from right to left, on all pages: marks and numbers next to a Hebrew
 * name would change sides. A value between other words gets a `<bdi>`. Our own words are English, so they stay as they are.
 */
export function isolateDirections(): void {
  if (installed) return;
  installed = true;
  const before = options.vnode;
  options.vnode = (vnode) => {
    isolate(vnode);
    before?.(vnode);
  };
}

function isolate({ type, props }: VNode): void {
  const isElement = typeof type === 'string';
  if (!isElement && type !== Fragment) return;
  const given = props as { children?: unknown; dir?: string; 'unicode-bidi'?: string };
  if (!isMixed(given.children) || given.dir !== undefined || (isElement && LEFT_ALONE.has(type))) return;
  if (isElement && SVG_TEXT.has(type)) given['unicode-bidi'] = 'plaintext';
  else if (isElement && (TEXT_ONLY.has(type) || (PARAGRAPHS.has(type) && typeof given.children === 'string')))
    given.dir = 'auto';
  else given.children = isolated(given.children);
}

function isMixed(children: unknown): boolean {
  if (Array.isArray(children)) return children.some(isMixed);
  return typeof children === 'string' && RIGHT_TO_LEFT.test(children);
}

function isolated(children: unknown): unknown {
  if (Array.isArray(children)) return children.map(isolated);
  return isMixed(children) ? h('bdi', null, String(children)) : children;
}

/** A name inside a longer text where there are no elements, such as a label: isolated by invisible characters. */
export function isolatedName(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
