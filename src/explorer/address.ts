import type { Kind } from './kind.ts';

/** An address of the web UI, matched against a page's `path`. */
export interface Address {
  readonly pathname: string;
  /** The values of the path's parameters, decoded: `slug` of `/article/:slug`. */
  readonly params: Readonly<Record<string, string>>;
  /** The query parameters, trimmed; the last value of a name that is repeated. */
  readonly search: Readonly<Record<string, string>>;
}

/** The address of a page: `/person/kaja-kallas`. */
export function addressOf(kind: Kind, slug: string): string {
  return `/${kind}/${encodeURIComponent(slug)}`;
}

/** The URL of a website as a file gives it, for example `mb.com.ph`; undefined unless it is http or https. */
export function webAddress(text: string): string | undefined {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const { protocol, href } = new URL(whole);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Matches `url` against `path` (`/article/:slug`); undefined when it does not match. */
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
