import { addressOf } from '../address.ts';
import type { Basis, DisagreementKind, TopicLineFragment } from '../generated/operation.ts';
import { Rest } from './sections.tsx';
import { cautionOf, DISAGREEMENT, firstSentence } from './word.ts';

interface TopicProps {
  readonly slug: string;
  readonly topic: string;
  readonly kind?: DisagreementKind;
  readonly basis?: Basis;
}

/** A disagreement: the first sentence of its topic as a link, the rest as a note. */
export function Topic({ slug, topic, kind, basis }: TopicProps) {
  const { first, rest } = firstSentence(topic);
  return (
    <>
      <a href={addressOf('disagreement', slug)}>{first}</a>{' '}
      {kind && (
        <span class="tag">
          {DISAGREEMENT[kind]}
          {basis && cautionOf({ basis })}
        </span>
      )}
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
