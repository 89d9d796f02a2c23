/**
 * Questions whose answers depend on every row of a table, with the reason. They may read a table once for each time that
 * their statement refers to it.
 */
export const READS_EVERYTHING: Readonly<Record<string, string>> = {
  'article/independent-accounts': 'all articles and all origins are counted',
  'article/publishing-chains': 'outlets are counted for every article, and few articles have two',
  'article/silent-on-a-proposal': 'articles are counted for every proposal, five times',
  'article/stated-or-concluded': 'all assertions are counted by article and basis',
  'article/what-is-in-the-knowledge-base': 'it counts people, sources, proposals, quotes, wordings and positions',
  'articles-and-their-publishers': 'all articles are ordered by the number of their quotations',
  'comparison/which-articles-disagree-most': 'all accounts of all disagreements are counted by article',
  'connection/mentioned-together': 'all mentions are paired',
  'connection/present-or-only-expected': 'all participations are grouped by actor and event',
  'connection/shortest-connection': 'the search reads all connections of the actors that it visits',
  'connection/who-met-whom': 'all participations are paired',
  'connection/words-by-day': 'all quotations are grouped by day',
  'named-in-every-article': 'it counts the articles',
  'proposal/most-disputed': 'all proposals are ordered by the number of their opponents',
  'proposal/reported-by-one-article': 'articles are counted for every proposal',
  'proposal/what-cannot-go-together': 'all links of four kinds are ordered by the name of the proposal',
  'proposal/unopposed': 'all proposals with supporters and without opponents are counted',
  'quotations-by-speaker-and-outlet': 'all quotations are grouped by speaker and outlet',
  'same-words-in-several-articles': 'articles are counted for every quote',
  'speaker/never-quoted-by-name': 'all people whom no article quotes are counted',
  'speaker/quoted-only-anonymously': 'everyone quoted on the proposal is read, to find the states that are not',
  'speaker/unnamed-sources-by-country': 'all unnamed sources are grouped by organisation',
  'speaker/who-vouches-for-most': 'all assertions with a source are grouped',
  'stance/conditions': 'all conditional positions are counted',
  'stance/most-often-opposed': 'all positions are paired',
  'stance/reported-differently': 'all positions are grouped by actor and proposal',
  'stance/without-a-word':
    'everyone who speaks for an organisation or its members is read, to find those without quotes',
  'wording/by-independent-origin': 'origins are counted for every quote',
  'wording/broadcast-platform-document': 'all quotations through three kinds of medium are grouped',
  'wording/one-official-or-several': 'the wordings of all unnamed sources are read',
  'wording/same-words-in-several-outlets': 'outlets are counted for every quote',
  'wording/what-each-article-keeps': 'articles are counted for every quote',
};
