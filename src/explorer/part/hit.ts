import { addressOf } from '../address.ts';
import type { ArticleNameFragment, HitFragment, OwnWordsFragment } from '../generated/operation.ts';
import { KINDS, type Kind, kindOf, type TypeName, wordsOfKind } from '../kind.ts';
import { inMarks } from './marks.ts';
import { shortNameOf } from './name.tsx';
import { versionsOf } from './version.ts';
import { firstSentence, whenOf, wordOf } from './word.ts';

/** A search hit, as lists show it. */
export interface ShownHit extends Labelled {
  readonly id: string;
  /** The word for its kind. */
  readonly kind: string;
  /** Undefined for an assertion. */
  readonly slug?: string;
  readonly href: string;
  /** The article of an assertion. */
  readonly article?: ArticleNameFragment;
}

interface Labelled {
  /** A name, or the words of a quote. */
  readonly label: string;
  /** Distinguishes the hit from others with the same label; may be empty. */
  readonly detail: string;
  /** The wordings of a quote, of which the label has the longest version. */
  readonly wordings?: readonly OwnWordsFragment[];
}

type HitOf<K extends Kind> = Extract<HitFragment, { __typename: TypeName<K> }>;

/** How a hit of each kind is shown. */
const LABELLED: { readonly [K in Kind]: (node: HitOf<K>) => Labelled } = {
  article: ({ headline, publishers }) => ({
    label: headline,
    detail: publishers.nodes.map(({ name }) => name).join(', '),
  }),
  outlet: ({ name, outletKind }) => ({ label: name, detail: wordOf(outletKind) }),
  person: ({ name, titles }) => ({ label: name, detail: titles.nodes[0]?.text ?? '' }),
  organisation: ({ name, kind }) => ({ label: name, detail: wordOf(kind) }),
  source: (source) => ({ label: shortNameOf(source), detail: `in ${source.article.shortName}` }),
  proposal: ({ name, proposalKind }) => ({ label: name, detail: wordOf(proposalKind) }),
  quote: ({ wordings }) => {
    const words = versionsOf(wordings.nodes)[0]?.articles[0] ?? [];
    const [{ speaker, attributedAs } = { speaker: null, attributedAs: null }] = words;
    const label = words.map(({ text, gloss }) => (text === null ? gloss : inMarks(text))).join(' … ');
    return { label, detail: speaker ? shortNameOf(speaker) : (attributedAs ?? ''), wordings: wordings.nodes };
  },
  event: ({ name, when, eventKind }) => ({ label: name, detail: when ? whenOf(when) : wordOf(eventKind) }),
  disagreement: ({ topic }) => ({ label: firstSentence(topic).first, detail: '' }),
};

/** Undefined for types that are not shown, such as wordings. A position leads to its proposal, a claim to its article. */
export function shownHit(node: HitFragment): ShownHit | undefined {
  if (node.__typename === 'Position') {
    const { id, gloss, actor, proposal, stance, article } = node;
    const detail = `${shortNameOf(actor)}: ${wordOf(stance)} ${proposal.name}`;
    const href = addressOf('proposal', proposal.slug);
    return { id, kind: wordsOfKind('position').one, href, label: gloss, detail, article };
  }
  if (node.__typename === 'Claim') {
    const { id, gloss, article } = node;
    const href = addressOf('article', article.slug);
    return { id, kind: wordsOfKind('claim').one, href, label: gloss, detail: '', article };
  }
  const kind = kindOf(node.__typename);
  if (!kind || !('slug' in node)) return undefined;
  const labelled = LABELLED[kind] as (node: HitFragment) => Labelled;
  const href = addressOf(kind, node.slug);
  return { id: href, kind: KINDS[kind].one, slug: node.slug, href, ...labelled(node) };
}

/** Whether the API accepts a text as a search: at least two letters or digits, at most 1,000 characters. */
export function canSearch(text: string): boolean {
  return text.length <= 1_000 && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2;
}

/** The plain text of a snippet, without tags and entities. */
export function plainOf(snippet: string): string {
  return snippet
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
