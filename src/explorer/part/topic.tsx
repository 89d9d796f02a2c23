import { addressOf } from '../address.ts';
import type { DisagreementKind, TopicLineFragment } from '../generated/operation.ts';
import { Rest } from './sections.tsx';
import { DISAGREEMENT, firstSentence } from './word.ts';

/** A disagreement: the first sentence of its topic as a link, the rest as a note. */
export function Topic({ slug, topic, kind }: { slug: string; topic: string; kind?: DisagreementKind }) {
  const { first, rest } = firstSentence(topic);
  return (
    <>
      <a href={addressOf('disagreement', slug)}>{first}</a> {kind && <span class="tag">{DISAGREEMENT[kind]}</span>}
      {rest && <p class="note">{rest}</p>}
    </>
  );
}

interface TopicsProps {
  readonly disagreements: { readonly totalCount: number; readonly nodes: readonly TopicLineFragment[] };
}

/** A list of disagreements, with a link to the rest if there are more. */
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
