import { addressOf } from '../address.ts';
import type { DisagreementKind, TopicLineFragment } from '../generated/operation.ts';
import { Rest } from './sections.tsx';
import { firstSentence, wordOf } from './word.ts';

/** A disagreement by the first sentence of its topic, the rest of it quietly below. */
export function Topic({ slug, topic, kind }: { slug: string; topic: string; kind?: DisagreementKind }) {
  const { first, rest } = firstSentence(topic);
  return (
    <>
      <a href={addressOf('disagreement', slug)}>{first}</a> {kind && <span class="tag">{wordOf(kind)}</span>}
      {rest && <p class="note">{rest}</p>}
    </>
  );
}

interface TopicsProps {
  readonly disagreements: { readonly totalCount: number; readonly nodes: readonly TopicLineFragment[] };
}

/** Disagreements in a list, and where the rest is when there are more. */
export function Topics({ disagreements: { totalCount, nodes } }: TopicsProps) {
  return (
    <>
      <ul class="topics">
        {nodes.map((disagreement) => (
          <li key={disagreement.slug}>
            <Topic {...disagreement} />
          </li>
        ))}
      </ul>
      <Rest shown={nodes.length} total={totalCount}>
        <a href="/disagreements">All disagreements</a>
      </Rest>
    </>
  );
}
