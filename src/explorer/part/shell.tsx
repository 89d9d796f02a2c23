import type { ComponentChildren } from 'preact';
import type { Address } from '../address.ts';
import { Search } from './search.tsx';

export interface ShellProps {
  readonly address: Address | undefined;
  readonly revision: number | undefined;
  /** Opens the page's query in GraphiQL. */
  readonly graphiql?: string | undefined;
  /** Whether the server answers other queries than those of its pages. */
  readonly open: boolean;
  /** The state of the live page. */
  readonly notice?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The main navigation. */
const NAVIGATION = [
  ['/stances', 'Positions'],
  ['/proposals', 'Proposals'],
  ['/people', 'People'],
  ['/quotes', 'Quotes'],
  ['/disagreements', 'Disagreements'],
  ['/timeline', 'Timeline'],
  ['/articles', 'Articles'],
] as const;

/** The header and footer of every page. */
export function Shell({ address, revision, graphiql, open, notice, children }: ShellProps) {
  return (
    <>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <header class="site">
        <a class="brand" href="/" aria-current={address?.pathname === '/' ? 'page' : undefined}>
          Onrecord
        </a>
        <Search query={(address?.pathname === '/search' && address.search.q) || ''} />
        <nav aria-label="Main">
          {NAVIGATION.map(([href, name]) => (
            <a key={href} href={href} aria-current={address?.pathname === href ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      {notice}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="site">
        {revision !== undefined && <span>Data version {revision}</span>}
        {graphiql && <a href={graphiql}>Open the query of this page</a>}
        {open && <a href="/graphql">Write your own query</a>}
      </footer>
    </>
  );
}
