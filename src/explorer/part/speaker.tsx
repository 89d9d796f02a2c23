import type { ActorNameFragment } from '../generated/operation.ts';
import { ActorName, shortNameOf } from './name.tsx';
import { countOf } from './word.ts';

/** The speaker that one wording of a quote names; null if it names none. */
export interface Named {
  readonly speaker: ActorNameFragment | null;
  readonly article: { readonly slug: string };
}

/**
 * Other speakers that the wordings name, apart from the speaker of the fullest wording. Each name occurs once, since an
 * unnamed source is a different actor in each article, even under the same name.
 */
export function othersNamed(
  speaker: ActorNameFragment | null,
  wordings: readonly Pick<Named, 'speaker'>[],
): readonly ActorNameFragment[] {
  const others = new Map<string, ActorNameFragment>();
  for (const { speaker: named } of wordings) {
    const name = named && plainNameOf(named);
    if (named && name && name !== (speaker && plainNameOf(speaker)) && !others.has(name)) others.set(name, named);
  }
  return [...others.values()];
}

/** Ignores full stops and case: "U.S. officials" equals "US officials". */
function plainNameOf(actor: ActorNameFragment): string {
  return shortNameOf(actor).replaceAll('.', '').toLowerCase();
}

interface SpeakerProps<Wording> {
  readonly speaker: ActorNameFragment | null;
  readonly wordings: readonly Wording[];
}

/** For lists: the speaker of the fullest wording, and the speakers that other wordings name. */
export function Speaker({ speaker, wordings }: SpeakerProps<Pick<Named, 'speaker'>>) {
  const others = othersNamed(speaker, wordings);
  if (others.length === 0) return speaker ? <ActorName actor={speaker} /> : <span class="note">no speaker named</span>;
  return (
    <>
      {speaker && (
        <>
          <ActorName actor={speaker} />{' '}
        </>
      )}
      <span class="note">
        {speaker ? 'elsewhere attributed to ' : 'attributed to '}
        {others.map((actor, i) => (
          <span key={actor.slug}>
            {i > 0 && ', '}
            <ActorName actor={actor} />
          </span>
        ))}
      </span>
    </>
  );
}

/** For a sentence: the speaker of the fullest wording, and how many articles name another. */
export function SpeakerByArticle({ speaker, wordings }: SpeakerProps<Named>) {
  const others = othersNamed(speaker, wordings);
  if (others.length === 0) return speaker ? <ActorName actor={speaker} /> : <>No speaker named</>;
  const all = articlesOf(wordings);
  return (
    <>
      {speaker ? (
        <>
          Attributed to <ActorName actor={speaker} />
        </>
      ) : (
        'No speaker named'
      )}{' '}
      in the fullest version
      {others.map((other) => {
        const naming = articlesOf(
          wordings.filter(({ speaker: named }) => named && plainNameOf(named) === plainNameOf(other)),
        );
        return (
          <span key={other.slug}>
            ; {naming} of {countOf(all, 'article')} {naming === 1 ? 'attributes' : 'attribute'} it to{' '}
            {naming === 1 ? <ActorName actor={other} /> : shortNameOf(other)}
          </span>
        );
      })}
    </>
  );
}

function articlesOf(wordings: readonly Named[]): number {
  return new Set(wordings.map(({ article }) => article.slug)).size;
}
