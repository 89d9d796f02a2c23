import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

const COMPARISONS = `query ($slug: String!) {
  quote(slug: $slug) {
    text
    wordings(where: { rendering: { eq: QUOTED } }) {
      nodes { text wholeStart wholeEnd article { slug } comparison { nodes { change text whole } } }
    }
  }
}`;

interface Quote {
  readonly text: string;
  readonly wordings: {
    readonly nodes: readonly {
      readonly text: string;
      readonly wholeStart: number | null;
      readonly wholeEnd: number | null;
      readonly article: { readonly slug: string };
      readonly comparison: {
        readonly nodes: readonly {
          readonly change: string;
          readonly text: string | null;
          readonly whole: string | null;
        }[];
      };
    }[];
  };
}

let database: Database;
beforeAll(async () => {
  database = await seededDatabase();
});

async function quoteOf(slug: string): Promise<Quote> {
  return ((await ask(database, COMPARISONS, { slug })) as { quote: Quote }).quote;
}

/** `[left out] kept +added+ {changed < as the whole has it}`, blanks at the ends apart. */
function told(parts: Quote['wordings']['nodes'][number]['comparison']['nodes']): string {
  const shown = parts.map(({ change, text, whole }) => {
    const [own, full] = [text?.trim(), whole?.trim()];
    if (change === 'LEFT_OUT') return `[${full}]`;
    if (change === 'ADDED') return `+${own}+`;
    return change === 'CHANGED' ? `{${own} < ${full}}` : own;
  });
  return shown.join(' ');
}

// B5 of the codebook: how articles differ in words that several of them print.
test.each<[utterance: string, slug: string, expected: Readonly<Record<string, string>>]>([
  ['U01', 'platinum-standard', { '000': 'platinum standard', '001': 'platinum standard' }],
  [
    'U03',
    'article-five-like',
    { '000': 'Article Five-like', '002': 'Article {5 < Five} -like', '003': 'Article {5 < Five} -like' },
  ],
  [
    'U05',
    'not-on-the-table-forever',
    {
      '000': '[would not be on the table] forever.',
      '001': 'would not be on the table forever.',
      '002': '[would not be on the table] forever.',
    },
  ],
  [
    'U07',
    'committed-to-robust-guarantees',
    {
      '000':
        'Both the US and European leaders committed to work together to provide robust security guarantees and economic recovery support measures for Ukraine in the context of an agreement on ending the war',
      '002':
        '[Both the US and European leaders committed to work together to provide] robust security guarantees [and economic recovery support measures for Ukraine in the context of an agreement on ending the war]',
      '003':
        '[Both the US and European leaders] committed [to work together to provide robust security guarantees and economic recovery support measures for Ukraine in the context of an agreement on ending the war]',
    },
  ],
  [
    'U08',
    'multinational-force-ukraine',
    { '000': 'multinational force Ukraine', '002': 'multinational force Ukraine' },
  ],
  ['U10', 'ceasefire-monitoring-mechanism', { '003': 'ceasefire monitoring and verification mechanism' }],
  [
    'U14a',
    'constructive-and-productive-negotiations',
    {
      '000':
        'Over the past two days, Ukrainian-US negotiations have been constructive and productive, with real progress achieved',
      '003':
        '[Over the past two days, Ukrainian-US negotiations have been constructive and productive, with] real progress [achieved]',
    },
  ],
  [
    'U14b',
    'american-team-working-constructively',
    {
      '000':
        'The American team, led by Steve Witkoff and Jared Kushner, are working extremely constructively to help Ukraine find a way to a peace agreement that lasts.',
      '003':
        '[The American team, led by Steve Witkoff and Jared Kushner, are] working extremely constructively [to help Ukraine find a way to a peace agreement that lasts.]',
    },
  ],
  [
    'U41',
    'closer-than-ever',
    {
      '002': 'I think we’re closer now than we have been, ever',
      '003': '[I think we’re] closer [now] than [we have been, ever]',
    },
  ],
  [
    'U43',
    'far-reaching-agreement',
    {
      '002':
        'truly far-reaching, substantial agreement that we did not have before, namely that both Europe and the U.S. are jointly prepared to do this.',
      '003':
        '+This is a+ truly far-reaching {and < ,} substantial agreement {, which < that} we did not have before [, namely that both Europe and the U.S. are jointly prepared to do this] .',
    },
  ],
])(
  '%s, %s: every article that quotes it comes back with what it keeps, leaves out and changes',
  async (_, slug, expected) => {
    const { text, wordings } = await quoteOf(slug);
    const found = wordings.nodes.map(({ article, comparison }) => [article.slug.slice(0, 3), told(comparison.nodes)]);
    expect(found).toEqual(Object.entries(expected));
    for (const { wholeStart, wholeEnd, ...wording } of wordings.nodes) {
      const changes = wording.comparison.nodes.flatMap(({ change }) => (change === 'LEFT_OUT' ? [] : change));
      const unbroken = changes.join() === 'KEPT';
      expect(wholeStart !== null).toBe(unbroken);
      if (wholeEnd !== null)
        expect(
          Array.from(text)
            .slice(wholeStart ?? 0, wholeEnd)
            .join(''),
        ).toBe(wording.text);
    }
  },
);

test('the parts of every wording in the seeds, joined, are exactly the wording and the fullest wording', async () => {
  const query = `{ wordings(first: 1000) { nodes { rendering text quote { text } wholeStart comparison { nodes { text whole } } } } }`;
  const answer = (await ask(database, query)) as {
    wordings: { nodes: (Quote['wordings']['nodes'][number] & { rendering: string; quote: { text: string } })[] };
  };
  const joined = (texts: readonly (string | null)[]) => texts.map((text) => text ?? '').join('');
  for (const { rendering, text, quote, wholeStart, comparison } of answer.wordings.nodes) {
    if (rendering === 'REPORTED') {
      expect([comparison.nodes, wholeStart]).toEqual([[], null]);
    } else {
      expect(joined(comparison.nodes.map((part) => part.text))).toBe(text);
      expect(joined(comparison.nodes.map((part) => part.whole))).toBe(quote.text);
    }
  }
});
