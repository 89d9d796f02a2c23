import { type Address, KINDS, type Kind } from '../address.ts';
import { definePage } from '../definition.ts';
import { SearchPageDocument, type SearchPageQuery, type SearchType } from '../generated/operation.ts';
import { addressWith } from '../list.ts';
import { canSearch, plainOf, shownHit } from '../part/hit.ts';
import { Snippet } from '../part/snippet.tsx';
import { NotUnderstood } from '../part/unknown.tsx';
import { countOf } from '../part/word.ts';

/** Kinds as chips have them. */
const NAMES: Readonly<Record<Kind, string>> = {
  person: 'People',
  organisation: 'Organisations',
  proposal: 'Proposals',
  quote: 'Quotes',
  article: 'Articles',
  disagreement: 'Disagreements',
  event: 'Events',
  source: 'Unnamed sources',
  outlet: 'Outlets',
};

const HITS = 20;

/** `/search?q=…&kind=…`: what has these words, of all kinds at once, the best first. */
export const searchPage = definePage({
  path: '/search',
  document: SearchPageDocument,
  variables: ({ search }) => {
    const query = wordsOf(search.q);
    const kind = kindOf(search.kind);
    return {
      query,
      ...(kind && { types: [kind.toUpperCase() as SearchType] }),
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
            {query
              ? 'One letter is too little to look for: write at least two.'
              : 'Write into the field above what to look for.'}{' '}
            Several words have to stand in one text; <code>"frozen assets"</code> finds them side by side,{' '}
            <code>assets -frozen</code> leaves a word out.
          </p>
        )}
      </>
    );
  },
});

function wordsOf(text = ''): string {
  return text.trim();
}

function kindOf(text: string | undefined): Kind | undefined {
  return KINDS.find((kind) => kind === text);
}

interface FoundProps {
  readonly search: NonNullable<SearchPageQuery['search']>;
  readonly address: Address;
  readonly query: string;
}

function Found({ search: { totalCount, nodes, pageInfo }, address, query }: FoundProps) {
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
        {Object.entries(NAMES).map(([name, words]) => (
          <li key={name}>
            <a
              href={addressWith(address, { kind: name, after: undefined })}
              aria-current={kind === name ? 'true' : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
      {totalCount === 0 ? (
        <Nothing query={query} kind={kind} address={address} />
      ) : (
        <>
          <p class="total" role="status">
            {countOf(totalCount, 'hit')}, the best first
          </p>
          <ol class="found">
            {nodes.map((hit) => (
              <Hit key={shownHit(hit.node)?.href} hit={hit} />
            ))}
          </ol>
        </>
      )}
      <nav class="pages" aria-label="Pages of the hits">
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
  const { kind, href, label, detail } = hit;
  // Where the snippet is the whole name, it is shown once, with its marks.
  const whole = plainOf(snippet) === label;
  return (
    <li>
      <p>
        <a href={href}>{whole ? <Snippet snippet={snippet} /> : label}</a> <span class="tag">{kind}</span>{' '}
        {detail && <span class="note">{detail}</span>}
      </p>
      {!whole && (
        <p class="note">
          <Snippet snippet={snippet} />
        </p>
      )}
    </li>
  );
}

function Nothing({ query, kind, address }: { query: string; kind: Kind | undefined; address: Address }) {
  return (
    <div class="empty">
      <p>
        Nothing has <strong>{query}</strong> in it
        {kind && `, among ${NAMES[kind].toLowerCase()}`}. Looked at were names, other spellings, headlines, summaries,
        quotes and topics; case, accents and endings do not matter, and names that merely look alike would have been
        found.
      </p>
      <p>
        {kind && (
          <>
            <a href={addressWith(address, { kind: undefined, after: undefined })}>Look among everything</a>,{' '}
          </>
        )}
        {kind ? 'try' : 'Try'} fewer or shorter words, or start from the <a href="/people">people</a>, the{' '}
        <a href="/proposals">proposals</a> or the <a href="/quotes">quotes</a>.
      </p>
    </div>
  );
}
