import { custom } from '../../query/mapping.ts';
import type { Builder } from '../../schema/builder.ts';
import type { Types } from '../../schema/output.ts';
import { make, type OutputRef } from '../../schema/part.ts';
import { SEARCHED, SEARCHED_BY_DEFAULT, type Searched } from './searched.ts';
import { selectSearch } from './select-search.ts';

/** Which texts find each type. */
const FOUND_BY: Readonly<Record<Searched, string>> = {
  Article: 'Found by headline, summary, slug and date.',
  Outlet: 'Found by name.',
  Person: 'Found by name and aliases.',
  Organisation: 'Found by name and aliases.',
  Source: 'Found by the description in its article, its name and its aliases.',
  Proposal: 'Found by name, aliases and summary.',
  Event: 'Found by name, place and date.',
  Quote:
    'Found by its text, the text and gloss of its wordings, the names of its speakers, and the date on which it was said.',
  Disagreement: 'Found by topic.',
  Position: 'Found by gloss, condition, stance ("against"), and the names of its actor and proposal.',
  Claim: 'Found by gloss, value, amount ("€210 billion"), and the names of what it is about and who asserts it.',
  Wording: 'Found by text, gloss, speaker and date.',
  Assertion: 'Found by gloss. Hits are Positions, Claims and other kinds of assertions.',
};

export function search(builder: Builder): void {
  builder.root((t, types) => {
    const { parts, connections } = types;
    const arg = t.arg as (options: object) => unknown;
    hitType(types);
    return {
      search: make(t, {
        type: parts.connection('SearchHit', {
          name: 'Search',
          further: (field) => ({
            searchedFor: make(field, {
              type: 'String',
              nullable: true,
              description:
                'What was searched for instead of the query, because the query finds nothing: the same keys in another keyboard layout, or words without typing errors. Null if the query was searched for as it is.',
            }),
          }),
        }),
        description:
          'Searches all types at once, the best hits first: each node once, with the text that matched. Finds names and aliases ("Zelensky" finds Volodymyr Zelenskyy, and so does "Зеленський"), the words of a speaker ("merz far-reaching"), days ("15 December", "Monday"), amounts ("€210 billion") and stances ("against reparations"). Case, accents, kinds of hyphens, and the endings of words in English and in the language of the article do not matter. If nothing is found, the same keys in other keyboard layouts are searched for, then the words without typing errors: see `searchedFor`. A query with fewer than two letters or digits is rejected with BAD_USER_INPUT. Example: search(query: "frozen assets", types: [PROPOSAL, QUOTE], first: 5) { searchedFor nodes { score snippet node { __typename id } } }',
        args: {
          query: arg({
            type: 'String',
            required: true,
            description:
              'A web search: `frozen assets` (both words), `"frozen assets"` (a phrase), `loan or bond`, `assets -frozen` (without that word). All words have to be found in one node. Words like "the" count only in phrases, and if there are no others. A query in which every word has a minus finds nothing.',
          }),
          types: arg({
            type: [searchType(types)],
            description:
              'Only hits of these types; by default all but WORDING (quotes are found by their wordings) and ASSERTION. An empty list finds nothing.',
          }),
          ...connections.forwards(arg),
        },
        extensions: custom({ compile: selectSearch }),
      }),
    };
  });
}

function searchType({ inputs }: Types) {
  return inputs.maker.enum('SearchType', {
    description: 'The types that search can find.',
    values: SEARCHED.map((name) => {
      const byDefault = SEARCHED_BY_DEFAULT.includes(name) ? '' : ' Not searched by default.';
      return [name.toUpperCase(), { value: name, description: `${FOUND_BY[name]}${byDefault}` }];
    }),
  });
}

function hitType({ parts }: Types): OutputRef {
  return parts.object('SearchHit', 'A search result.', (t) => ({
    score: make(t, {
      type: 'Float',
      description:
        'From 0 to 1. A name with the words, or a name and a title, has at least 0.7 (exact: 1, as an alias 0.99), a quote of a speaker who is named 0.69, a node whose names, days, amounts and stances are the words 0.6 to 0.69, and a text with the words 0.2 to 0.6. Events come before quotes, positions, claims and other types. Scores of different searches cannot be compared.',
    }),
    snippet: make(t, {
      type: 'String',
      description:
        'About 160 characters of the text with the most words (which can be an alias), as safe HTML: everything is escaped except <mark> and </mark> around the words found.',
    }),
    node: make(t, { type: parts.node(), description: 'The node found. Select `__typename`, or use fragments.' }),
  }));
}
