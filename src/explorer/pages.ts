import { matchAddress } from './address.ts';
import type { RequestedPage } from './answer.ts';
import type { WebPage } from './definition.ts';
import type { Kind } from './kind.ts';
import { organisationPage } from './page/actor/organisation.tsx';
import { personPage } from './page/actor/person.tsx';
import { sourcePage } from './page/actor/source.tsx';
import { articlePage } from './page/article/article.tsx';
import { connectionsPage } from './page/connections.tsx';
import { disagreementPage } from './page/disagreement.tsx';
import { eventPage } from './page/event.tsx';
import { homePage } from './page/home.tsx';
import { articlesPage } from './page/list/articles.tsx';
import { disagreementsPage } from './page/list/disagreements.tsx';
import { eventsPage } from './page/list/events.tsx';
import { organisationsPage } from './page/list/organisations.tsx';
import { outletsPage } from './page/list/outlets.tsx';
import { peoplePage } from './page/list/people.tsx';
import { proposalsPage } from './page/list/proposals.tsx';
import { quotesPage } from './page/list/quotes.tsx';
import { sourcesPage } from './page/list/sources.tsx';
import { outletPage } from './page/outlet.tsx';
import { proposalPage } from './page/proposal.tsx';
import { quotationsPage } from './page/quotations.tsx';
import { quotePage } from './page/quote.tsx';
import { searchPage } from './page/search.tsx';
import { stancesPage } from './page/stances.tsx';
import { timelinePage } from './page/timeline.tsx';

/** The page of one thing and the list, for each kind. */
const KIND_PAGES: Readonly<Record<Kind, readonly [one: WebPage, list: WebPage]>> = {
  article: [articlePage, articlesPage],
  outlet: [outletPage, outletsPage],
  person: [personPage, peoplePage],
  organisation: [organisationPage, organisationsPage],
  source: [sourcePage, sourcesPage],
  proposal: [proposalPage, proposalsPage],
  quote: [quotePage, quotesPage],
  event: [eventPage, eventsPage],
  disagreement: [disagreementPage, disagreementsPage],
};

/** Every page of the web UI. */
export const pages: readonly WebPage[] = [
  homePage,
  searchPage,
  stancesPage,
  timelinePage,
  connectionsPage,
  quotationsPage,
  ...Object.values(KIND_PAGES).flat(),
];

/** The page at a URL; undefined when there is none. */
export function pageAt(url: URL): RequestedPage | undefined {
  for (const page of pages) {
    const address = matchAddress(page.path, url);
    if (address) return { page, address };
  }
  return undefined;
}
