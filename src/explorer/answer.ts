import type { Address } from './address.ts';
import { type Answer, type Ask, hashOf } from './ask.ts';
import type { Page, Unknown } from './definition.ts';
import { addressWith } from './list.ts';
import { findNamed, type Meant } from './named.ts';

/** A page and the address at which it is asked for. */
export interface Place {
  readonly page: Page;
  readonly address: Address;
}

/**
 * What a page shows: its data, with what the address names in vain; or the address where what it names goes by its
 * slug; or why there is no answer.
 */
export type PageAnswer =
  | { readonly data: unknown; readonly unknown: Unknown }
  | { readonly location: string }
  | { readonly errors: Answer<unknown>['errors'] };

/** The answer to a page's question. What the address names is looked for only where nothing is found by it. */
export async function answerOf({ page, address }: Place, ask: Ask): Promise<PageAnswer> {
  const answer = await ask(hashOf(page.document), page.variables(address));
  const { data, errors } = answer;
  const isFound = data ? !page.isEmpty?.(data, address) : errors?.[0]?.extensions?.code !== 'NOT_FOUND';
  const named = isFound ? [] : Object.entries(page.names ?? {}).filter(([name]) => address.search[name]);
  if (named.length === 0) return data ? { data, unknown: {} } : { errors };

  const meant: Record<string, Meant> = {};
  for (const [name, kind] of named) {
    const found = await findNamed(kind, address.search[name] ?? '', ask);
    if (!found.data) return { errors: found.errors };
    meant[name] = found.data;
  }
  const entries = Object.entries(meant);
  const other = entries.filter(([, { slug, text }]) => slug !== undefined && slug !== text);
  if (other.length > 0) {
    return { location: addressWith(address, Object.fromEntries(other.map(([name, { slug }]) => [name, slug]))) };
  }
  const unknown = Object.fromEntries(entries.filter(([, { slug }]) => slug === undefined));
  if (data) return { data, unknown };
  // The API refuses to answer for what there is not: the rest of the page is asked for without it.
  const rest = Object.entries(address.search).filter(([name]) => !unknown[name]);
  const without = await ask(hashOf(page.document), page.variables({ ...address, search: Object.fromEntries(rest) }));
  return without.data ? { data: without.data, unknown } : { errors: without.errors };
}
