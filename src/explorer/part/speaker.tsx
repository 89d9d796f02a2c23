import type { ActorNameFragment } from '../generated/operation.ts';
import { ActorName, shortNameOf } from './name.tsx';
import { countOf } from './word.ts';

/** Who speaks by one of the wordings of a quote; null where that names nobody. */
export interface Named {
  readonly speaker: ActorNameFragment | null;
  readonly article: { readonly slug: string };
}

/**
 * The others that wordings name beside the speaker of the fullest: once for each name, since an unnamed source is
 * another actor in each article, whatever it is called.
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

/** "U.S. officials" are "US officials": spelling apart, the same words. */
function plainNameOf(actor: ActorNameFragment): string {
  return shortNameOf(actor).replaceAll('.', '').toLowerCase();
}

interface SpeakerProps<Wording> {
  readonly speaker: ActorNameFragment | null;
  readonly wordings: readonly Wording[];
}

/** In a list: the speaker of the fullest wording, and whom others name. */
export function Speaker({ speaker, wordings }: SpeakerProps<Pick<Named, 'speaker'>>) {
  const others = othersNamed(speaker, wordings);
  if (others.length === 0) return speaker ? <ActorName actor={speaker} /> : <span class="note">nobody named</span>;
  return (
    <>
      {speaker && (
        <>
          <ActorName actor={speaker} />{' '}
        </>
      )}
      <span class="note">
        {speaker ? 'and by others: ' : 'named by others: '}
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

/** In a sentence: whom the fullest wording names, and how many articles name somebody else, where any does. */
export function SpeakerByArticle({ speaker, wordings }: SpeakerProps<Named>) {
  const others = othersNamed(speaker, wordings);
  if (others.length === 0) return speaker ? <ActorName actor={speaker} /> : <>Nobody is named with these words</>;
  const all = articlesOf(wordings);
  return (
    <>
      The fullest wording names {speaker ? <ActorName actor={speaker} /> : 'nobody'}
      {others.map((other) => {
        const naming = articlesOf(
          wordings.filter(({ speaker: named }) => named && plainNameOf(named) === plainNameOf(other)),
        );
        return (
          <span key={other.slug}>
            ; {naming} of {countOf(all, 'article')} {naming === 1 ? 'names' : 'name'}{' '}
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
