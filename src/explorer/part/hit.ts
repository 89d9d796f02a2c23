import { addressOf, type Kind } from '../address.ts';
import type { HitFragment } from '../generated/operation.ts';
import { shortNameOf } from './name.tsx';
import { firstSentence, whenOf, wordOf } from './word.ts';

/** What a search found, as a list shows it. */
export interface ShownHit {
  readonly kind: Kind;
  readonly slug: string;
  readonly href: string;
  /** Its name, or its words. */
  readonly label: string;
  /** What tells it from others of its name; empty where nothing does. */
  readonly detail: string;
}

/** Undefined for things without a page of their own, which are only found where they are asked for. */
export function shownHit(node: HitFragment): ShownHit | undefined {
  const seen = seenOf(node);
  return seen && 'slug' in node ? { ...seen, slug: node.slug, href: addressOf(seen.kind, node.slug) } : undefined;
}

function seenOf(node: HitFragment): Omit<ShownHit, 'href' | 'slug'> | undefined {
  switch (node.__typename) {
    case 'Article':
      return {
        kind: 'article',
        label: node.headline,
        detail: node.publishers.nodes.map(({ name }) => name).join(', '),
      };
    case 'Person':
      return { kind: 'person', label: node.name, detail: node.titles.nodes[0]?.text ?? '' };
    case 'Organisation':
      return { kind: 'organisation', label: node.name, detail: wordOf(node.kind) };
    case 'Source':
      return { kind: 'source', label: shortNameOf(node), detail: `in ${node.article.headline}` };
    case 'Outlet':
      return { kind: 'outlet', label: node.name, detail: wordOf(node.outletKind) };
    case 'Proposal':
      return { kind: 'proposal', label: node.name, detail: wordOf(node.proposalKind) };
    case 'Quote':
      return { kind: 'quote', label: `“${node.text}”`, detail: node.speaker ? shortNameOf(node.speaker) : '' };
    case 'Event':
      return { kind: 'event', label: node.name, detail: node.when ? whenOf(node.when) : wordOf(node.eventKind) };
    case 'Disagreement':
      return { kind: 'disagreement', label: firstSentence(node.topic).first, detail: '' };
    default:
      return undefined;
  }
}

/** Whether a text can be searched for: the API takes two letters or digits, and no long texts. */
export function canSearch(text: string): boolean {
  return text.length <= 1_000 && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2;
}

/** A snippet's words without what marks them. */
export function plainOf(snippet: string): string {
  return snippet
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
