/** Kinds of things that have a page of their own, at `/<kind>/<slug>`. */
export const KINDS = [
  'article',
  'person',
  'organisation',
  'source',
  'outlet',
  'proposal',
  'quote',
  'event',
  'disagreement',
] as const;

export type Kind = (typeof KINDS)[number];

/** An address within the page, taken apart by a page's `path`. */
export interface Address {
  readonly pathname: string;
  /** What stands for the names in the path, decoded: `slug` of `/article/:slug`. */
  readonly params: Readonly<Record<string, string>>;
  /** What stands behind the question mark, without blanks around it; of a name that stands there twice, the last. */
  readonly search: Readonly<Record<string, string>>;
}

/** Where something stands: `/person/kaja-kallas`. */
export function addressOf(kind: Kind, slug: string): string {
  return `/${kind}/${encodeURIComponent(slug)}`;
}

/** An address on the web that a link may lead to, of what a file gives as one: `mb.com.ph`; undefined for others. */
export function webAddress(text: string): string | undefined {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const { protocol, href } = new URL(whole);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** The address of `url` when it is of the form of `path` (`/article/:slug`); undefined when it is not. */
export function matchAddress(path: string, url: URL): Address | undefined {
  const wanted = path.split('/');
  const given = url.pathname.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const text = decode(given[i] ?? '');
    if (text === undefined) return undefined;
    if (part.startsWith(':')) params[part.slice(1)] = text;
    else if (part !== text) return undefined;
  }
  const search = Object.fromEntries([...url.searchParams].map(([name, text]) => [name, text.trim()]));
  return { pathname: url.pathname, params, search };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
