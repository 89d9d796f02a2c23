/**
 * Questions that must read everything of one kind, since the answer depends on every row: by name, with the reason.
 * They read a table once at each place where their statement names it.
 */
export const READS_EVERYTHING: Readonly<Record<string, string>> = {
  'article/publishing-chains': 'the outlets behind each article are counted, and few articles have two',
  'article/silent-on-a-proposal': 'for each proposal its articles are counted, five times over',
  'article/stated-or-concluded': 'all assertions are counted, by article and ground',
  'article/what-is-in-the-knowledge-base': 'it counts people, sources, proposals, quotes, wordings and positions',
  'articles-and-their-publishers': 'all articles are ordered by the number of their quotations',
  'connection/mentioned-together': 'all mentions are paired',
  'connection/present-or-only-expected': 'all participations are grouped by actor and event',
  'connection/shortest-connection': 'the search reads whatever ties the actors whom it passes',
  'connection/who-met-whom': 'all participations are paired',
  'connection/words-by-day': 'all quotations are grouped by day',
  'named-in-every-article': 'it counts the articles',
  'proposal/most-disputed': 'all proposals are ordered by the number of their opponents',
  'proposal/reported-by-one-article': 'for each proposal its articles are counted',
  'proposal/what-cannot-go-together': 'all links of four kinds are ordered by the name of the proposal',
  'proposal/unopposed': 'all proposals are counted that somebody backs and nobody opposes',
  'quotations-by-speaker-and-outlet': 'all quotations are grouped by speaker and outlet',
  'same-words-in-several-articles': 'for each quote its articles are counted',
  'speaker/never-quoted-by-name': 'everybody is looked at whom no article quotes, and all of them are counted',
  'speaker/quoted-only-anonymously': 'whoever is quoted on the proposal is looked at to find who is not',
  'speaker/unnamed-sources-by-country': 'all unnamed sources are grouped by organisation',
  'speaker/who-vouches-for-most': 'all assertions that rest on somebody are grouped',
  'stance/conditions': 'all conditional positions are counted',
  'stance/most-often-opposed': 'all positions are paired',
  'stance/told-differently': 'all positions are grouped by actor and proposal',
  'stance/without-a-word': 'whoever speaks for an organisation or its members is looked at to find who does not',
  'wording/broadcast-platform-document': 'all quotations through three kinds of medium are grouped',
  'wording/one-official-or-several': 'the words of all unnamed sources are looked through',
  'wording/same-words-in-several-outlets': 'for each quote its outlets are counted',
};
