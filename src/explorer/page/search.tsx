import type { Address } from '../address.ts';
import { definePage } from '../definition.ts';
import { type OwnWordsFragment, SearchPageDocument, type SearchPageQuery } from '../generated/operation.ts';
import { isSearchedKind, KINDS, type SearchedKind, searchedKinds, searchTypeOf, wordsOfKind } from '../kind.ts';
import { addressWith } from '../list.ts';
import { canSearch, plainOf, shownHit } from '../part/hit.ts';
import { ArticleName } from '../part/name.tsx';
import { markedIn, Snippet } from '../part/snippet.tsx';
import { NotUnderstood } from '../part/unknown.tsx';
import { versionsOf } from '../part/version.ts';
import { capital, countOf } from '../part/word.ts';
import { OneVersion } from '../part/words.tsx';

/** Hits per page. */
const HITS = 20;

/** `/search?q=…&kind=…`: hits of all kinds, best first. */
export const searchPage = definePage({
  path: '/search',
  document: SearchPageDocument,
  variables: ({ search }) => {
    const query = wordsOf(search.q);
    const kind = kindOf(search.kind);
    return {
      query,
      ...(kind && { types: [searchTypeOf(kind)] }),
      first: HITS,
      ...(search.after && { after: search.after }),
      asked: canSearch(query),
    };
  },
  title: (_, { search }) => (search.q ? `${search.q}: search` : 'Search'),
  View: ({ data: { search }, address }) => {
    const query = wordsOf(address.search.q);
    return (
      <>
        <h1>{query ? `Search: ${query}` : 'Search'}</h1>
        <NotUnderstood values={[!kindOf(address.search.kind) && address.search.kind]} />
        {search ? (
          <Found search={search} address={address} query={query} />
        ) : (
          <p class="empty">
            {query ? 'Type at least two letters.' : 'Type what you are looking for in the field above.'} If you type
            several words, all of them must occur. <code>"frozen assets"</code> finds the exact phrase;{' '}
            <code>assets -frozen</code> excludes a word. <code>15 December</code> finds what happened and was said that
            day, <code>against loan</code> who is against it, <code>€210 billion</code> the claims with that amount.
          </p>
        )}
      </>
    );
  },
});

function wordsOf(text = ''): string {
  return text.trim();
}

function kindOf(text: string | undefined): SearchedKind | undefined {
  return isSearchedKind(text) ? text : undefined;
}

interface FoundProps {
  readonly search: NonNullable<SearchPageQuery['search']>;
  readonly address: Address;
  readonly query: string;
}

function Found({ search: { searchedFor, totalCount, nodes, pageInfo }, address, query }: FoundProps) {
  const kind = kindOf(address.search.kind);
  return (
    <>
      <ul class="chips" aria-label="Kinds">
        <li>
          <a
            href={addressWith(address, { kind: undefined, after: undefined })}
            aria-current={kind ? undefined : 'true'}
          >
            Everything
          </a>
        </li>
        {searchedKinds.map((other) => (
          <li key={other}>
            <a
              href={addressWith(address, { kind: other, after: undefined })}
              aria-current={kind === other ? 'true' : undefined}
            >
              {capital(wordsOfKind(other).many)}
            </a>
          </li>
        ))}
      </ul>
      {totalCount === 0 ? (
        <Nothing query={query} kind={kind} address={address} />
      ) : (
        <>
          {searchedFor && (
            <p class="note" role="status">
              Nothing found for <strong>{query}</strong>. Searched for <strong dir="auto">{searchedFor}</strong>{' '}
              instead.
            </p>
          )}
          <p class="total" role="status">
            {countOf(totalCount, 'result')}, best match first
          </p>
          <ol class="found">
            {nodes.map((hit) => (
              <Hit key={shownHit(hit.node)?.id} hit={hit} />
            ))}
          </ol>
        </>
      )}
      <nav class="pages" aria-label="Pages of results">
        {address.search.after && <a href={addressWith(address, { after: undefined })}>First page</a>}{' '}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <a rel="next" href={addressWith(address, { after: pageInfo.endCursor })}>
            Next →
          </a>
        )}
      </nav>
    </>
  );
}

function Hit({ hit: { node, snippet } }: { hit: FoundProps['search']['nodes'][number] }) {
  const hit = shownHit(node);
  if (!hit) return null;
  const { kind, href, label, detail, article } = hit;
  if (hit.wordings) return <QuoteHit wordings={hit.wordings} snippet={snippet} />;
  // If the snippet is the whole label, show it once, highlighted.
  const whole = plainOf(snippet) === label;
  return (
    <li>
      <p>
        <a href={href}>{whole ? <Snippet snippet={snippet} /> : label}</a> <span class="tag">{kind}</span>{' '}
        {detail && <span class="note">{detail}</span>}
        {article && (
          <span class="note">
            {detail && ' · '}
            <ArticleName article={article} />
          </span>
        )}
      </p>
      {!whole && (
        <p class="note">
          <Snippet snippet={snippet} />
        </p>
      )}
    </li>
  );
}

/** A quote in the version that contains the snippet, or else the longest one; a snippet of other words, such as our own, follows. */
function QuoteHit({ wordings, snippet }: { wordings: readonly OwnWordsFragment[]; snippet: string }) {
  const found = plainOf(snippet).replaceAll(/^…|…$/g, '').trim();
  const versions = versionsOf(wordings);
  const version = versions.find(({ articles: [first] }) => first?.some(({ text }) => text?.includes(found)));
  const shown = version ?? versions[0];
  return (
    <li>
      {shown && (
        <OneVersion version={shown} marked={markedIn(snippet)}>
          <span class="tag">{KINDS.quote.one}</span>
        </OneVersion>
      )}
      {!version && (
        <p class="note">
          <Snippet snippet={snippet} />
        </p>
      )}
    </li>
  );
}

function Nothing({ query, kind, address }: { query: string; kind: SearchedKind | undefined; address: Address }) {
  return (
    <div class="empty">
      <p>
        No {kind ? wordsOfKind(kind).many : 'results'} found for <strong>{query}</strong>. We searched names, spellings,
        headlines, summaries, quotes, topics, positions, claims and dates, also in other keyboard layouts and with
        typing errors corrected.
      </p>
      <p>
        {kind && (
          <>
            <a href={addressWith(address, { kind: undefined, after: undefined })}>Search everything</a>,{' '}
          </>
        )}
        {kind ? 'try' : 'Try'} fewer or shorter words, or browse <a href="/people">people</a>,{' '}
        <a href="/proposals">proposals</a> or <a href="/quotes">quotes</a>.
      </p>
    </div>
  );
}
