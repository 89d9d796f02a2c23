import type { ComponentChildren } from 'preact';
import type { Address } from '../address.ts';
import { Search } from './search.tsx';

export interface ShellProps {
  readonly address: Address | undefined;
  readonly revision: number | undefined;
  /** Where the question of the page can be asked by oneself. */
  readonly question?: string | undefined;
  /** Whether the server takes questions other than those of its pages. */
  readonly open: boolean;
  /** What the page has to tell of itself. */
  readonly notice?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The ways into the knowledge that stand on every page. */
const WAYS = [
  ['/stances', 'Who stands where'],
  ['/proposals', 'Proposals'],
  ['/people', 'People'],
  ['/quotes', 'Quotes'],
  ['/disagreements', 'Disagreements'],
  ['/timeline', 'Timeline'],
  ['/articles', 'Articles'],
] as const;

/** What surrounds every page: the name, the search, the ways in. */
export function Shell({ address, revision, question, open, notice, children }: ShellProps) {
  return (
    <>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="site">
        <a class="brand" href="/" aria-current={address?.pathname === '/' ? 'page' : undefined}>
          Onrecord
        </a>
        <Search query={(address?.pathname === '/search' && address.search.q) || ''} />
        <nav aria-label="Main">
          {WAYS.map(([href, name]) => (
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
        {revision !== undefined && <span>Revision {revision} of the knowledge</span>}
        {question && <a href={question}>Ask this whole page yourself</a>}
        {open && <a href="/graphql">Ask your own question</a>}
      </footer>
    </>
  );
}
