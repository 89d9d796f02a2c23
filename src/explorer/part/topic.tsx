import { addressOf } from '../address.ts';
import type { TopicLineFragment } from '../generated/operation.ts';
import { firstSentence, wordOf } from './word.ts';

export interface TopicProps {
  readonly disagreement: Pick<TopicLineFragment, 'slug' | 'topic'>;
}

/** A disagreement by the first sentence of its topic, the rest of it quietly below. */
export function Topic({ disagreement: { slug, topic } }: TopicProps) {
  const { first, rest } = firstSentence(topic);
  return (
    <>
      <a href={addressOf('disagreement', slug)}>{first}</a>
      {rest && <p class="note">{rest}</p>}
    </>
  );
}

/** Disagreements in a list. */
export function Topics({ disagreements }: { disagreements: readonly TopicLineFragment[] }) {
  return (
    <ul class="topics">
      {disagreements.map((disagreement) => (
        <li key={disagreement.slug}>
          <span class="tag">{wordOf(disagreement.kind)}</span> <Topic disagreement={disagreement} />
        </li>
      ))}
    </ul>
  );
}
