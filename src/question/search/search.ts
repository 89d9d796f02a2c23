import { custom } from '../../query/mapping.ts';
import type { Builder } from '../../schema/builder.ts';
import type { Types } from '../../schema/output.ts';
import { make, type OutputRef } from '../../schema/part.ts';
import { SEARCHED, SEARCHED_BY_DEFAULT, type Searched } from './searched.ts';
import { selectSearch } from './select-search.ts';

/** By what each type is found. */
const FOUND_BY: Readonly<Record<Searched, string>> = {
  Article: 'Found by its headlines and its summary, and by its whole slug.',
  Outlet: 'Found by its name.',
  Person: 'Found by its name and its aliases.',
  Organisation: 'Found by its name and its aliases.',
  Source: 'Found by what its article calls it, by a name that was given to it, and by its aliases.',
  Proposal: 'Found by its name, its aliases and its summary.',
  Event: 'Found by its name.',
  Quote: 'Found by its text, and by the text and the gloss of each of its wordings.',
  Disagreement: 'Found by its topic.',
  Wording: 'Found by its text and its gloss.',
  Assertion: 'Found by its gloss. Hits are of its kinds: Position, Claim ...',
};

export function search(builder: Builder): void {
  builder.root((t, types) => {
    const { parts, connections } = types;
    const arg = t.arg as (options: object) => unknown;
    hitType(types);
    return {
      search: make(t, {
        type: parts.connection('SearchHit', { name: 'Search' }),
        description:
          'Finds what has these words, in all kinds of things at once, the best hits first: each thing once, with the text by which it was found. The very name comes first, then names that begin with the query or have a word that does, then names with its words, then texts with its words. Where no name has it as written, names that look like it come last, so that "Kalas" finds Kallas (not where the query has quotation marks or a minus). Other names lead to what they name: "Zelensky" finds Volodymyr Zelenskyy. Case, accents, kinds of hyphens and English endings do not matter. Fewer than two letters or digits are BAD_USER_INPUT. Example: search(query: "frozen assets", types: [PROPOSAL, QUOTE], first: 5) { nodes { score snippet node { __typename id } } }',
        args: {
          query: arg({
            type: 'String',
            required: true,
            description:
              'What to look for, as in a web search: `frozen assets` (both words), `"frozen assets"` (side by side), `loan or bond`, `assets -frozen` (not that word). All words have to stand in one text. Words like "the" count in names only; nothing but words with a minus finds nothing.',
          }),
          types: arg({
            type: [searchType(types)],
            description:
              'Only hits of these types; by default everything with a slug, which leaves out WORDING (a quote is found by its wordings) and ASSERTION. An empty list finds nothing.',
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
    description: 'What search can find.',
    values: SEARCHED.map((name) => {
      const byDefault = SEARCHED_BY_DEFAULT.includes(name) ? '' : ' Only where it is asked for.';
      return [name.toUpperCase(), { value: name, description: `${FOUND_BY[name]}${byDefault}` }];
    }),
  });
}

function hitType({ parts }: Types): OutputRef {
  return parts.object('SearchHit', 'Something that a search found.', (t) => ({
    score: make(t, {
      type: 'Float',
      description:
        'How well it fits, from 0 to 1: the very name has 1 (as an alias 0.99), names with the words have at least 0.6 (aliases 0.59), texts with the words from 0.2 to 0.6, names that merely look like the query less than 0.2. Good for an order within one search; scores of different searches do not compare.',
    }),
    snippet: make(t, {
      type: 'String',
      description:
        'The part of the text in which the query was found, about 160 characters in the original spelling, as HTML that is safe to print: everything is escaped, only the words found stand between <mark> and </mark>. Where an alias led here, it is the alias.',
    }),
    node: make(t, { type: parts.node(), description: 'What was found. Ask `__typename`, or use fragments.' }),
  }));
}
