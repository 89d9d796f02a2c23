import type { Address } from './address.ts';
import { matchAddress } from './address.ts';
import type { Page } from './definition.ts';
import { articlePage } from './page/article.tsx';
import { homePage } from './page/home.tsx';
import { stancesPage } from './page/stances.tsx';

/** Every kind of page there is. */
export const pages: readonly Page[] = [homePage, articlePage, stancesPage];

/** The page at an address within the site; undefined when there is none. */
export function pageAt(url: URL): { readonly page: Page; readonly address: Address } | undefined {
  for (const page of pages) {
    const address = matchAddress(page.path, url);
    if (address) return { page, address };
  }
  return undefined;
}
