import { matchAddress } from './address.ts';
import type { Place } from './answer.ts';
import type { Page } from './definition.ts';
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

/** Every kind of page there is. */
export const pages: readonly Page[] = [
  homePage,
  searchPage,
  articlePage,
  personPage,
  organisationPage,
  sourcePage,
  outletPage,
  eventPage,
  articlesPage,
  peoplePage,
  organisationsPage,
  sourcesPage,
  outletsPage,
  proposalsPage,
  quotesPage,
  eventsPage,
  disagreementsPage,
  stancesPage,
  proposalPage,
  quotePage,
  disagreementPage,
  timelinePage,
  connectionsPage,
  quotationsPage,
];

/** The page at an address within the site; undefined when there is none. */
export function pageAt(url: URL): Place | undefined {
  for (const page of pages) {
    const address = matchAddress(page.path, url);
    if (address) return { page, address };
  }
  return undefined;
}
