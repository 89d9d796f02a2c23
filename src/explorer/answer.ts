import type { Address } from './address.ts';
import { type Answer, type Ask, hashOf } from './ask.ts';
import type { Unknown, WebPage } from './definition.ts';
import { addressWith } from './list.ts';
import { findNamed, type NameLookup } from './named.ts';

/** A page and the address it was requested at. */
export interface RequestedPage {
  readonly page: WebPage;
  readonly address: Address;
}

/**
 * The data of a page, with the names in the address that match nothing; or the address to redirect to, with slugs in
 * place of names; or the errors.
 */
export type PageAnswer =
  | { readonly data: unknown; readonly unknown: Unknown }
  | { readonly location: string }
  | { readonly errors: Answer<unknown>['errors'] };

/** Answers a page's query. Names in the address are looked up only when the answer is empty or not found. */
export async function answerOf({ page, address }: RequestedPage, ask: Ask): Promise<PageAnswer> {
  const answer = await ask(hashOf(page.document), page.variables(address));
  const { data, errors } = answer;
  const isFound = data ? !page.isEmpty?.(data, address) : errors?.[0]?.extensions?.code !== 'NOT_FOUND';
  const named = isFound ? [] : Object.entries(page.names ?? {}).filter(([name]) => address.search[name]);
  if (named.length === 0) return data ? { data, unknown: {} } : { errors };

  const lookup: Record<string, NameLookup> = {};
  for (const [name, kind] of named) {
    const found = await findNamed(kind, address.search[name] ?? '', ask);
    if (!found.data) return { errors: found.errors };
    lookup[name] = found.data;
  }
  const entries = Object.entries(lookup);
  const other = entries.filter(([, { slug, text }]) => slug !== undefined && slug !== text);
  if (other.length > 0) {
    return { location: addressWith(address, Object.fromEntries(other.map(([name, { slug }]) => [name, slug]))) };
  }
  const unknown = Object.fromEntries(entries.filter(([, { slug }]) => slug === undefined));
  if (data) return { data, unknown };
  // The API answers NOT_FOUND for an unknown slug, so the page is fetched again without it.
  const rest = Object.entries(address.search).filter(([name]) => !unknown[name]);
  const without = await ask(hashOf(page.document), page.variables({ ...address, search: Object.fromEntries(rest) }));
  return without.data ? { data: without.data, unknown } : { errors: without.errors };
}
