import { addressOf } from '../address.ts';
import type { DisagreementKind, TopicLineFragment } from '../generated/operation.ts';
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

/** Disagreements in a list. */
export function Topics({ disagreements }: { disagreements: readonly TopicLineFragment[] }) {
  return (
    <ul class="topics">
      {disagreements.map((disagreement) => (
        <li key={disagreement.slug}>
          <Topic {...disagreement} />
        </li>
      ))}
    </ul>
  );
}
