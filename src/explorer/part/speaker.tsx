import type { ActorNameFragment } from '../generated/operation.ts';
import { groupBy } from '../group.ts';
import { ActorName, plainNameOf, shortNameOf } from './name.tsx';
import { countOf } from './word.ts';

/** The speaker that one wording of a quote names; null if it names none. */
export interface Named {
  readonly speaker: ActorNameFragment | null;
  readonly article: { readonly slug: string };
}

/** Speakers separated by commas; a name occurs once, although an unnamed source is a different actor in each article. */
export function Speakers({ speakers }: { speakers: readonly ActorNameFragment[] }) {
  return [...groupBy(speakers, (actor) => plainNameOf(shortNameOf(actor))).values()].map(([first], i) => (
    <span key={first?.slug}>
      {i > 0 && ', '}
      {first && <ActorName actor={first} />}
    </span>
  ));
}

/** The speakers that articles name, as the text of a sentence; with several, how many articles name each. */
export function SpeakersByArticle({ wordings }: { wordings: readonly Named[] }) {
  const named = wordings.flatMap(({ speaker, article }) => (speaker ? [{ speaker, article }] : []));
  const byName = [...groupBy(named, ({ speaker }) => plainNameOf(shortNameOf(speaker))).values()];
  const [only] = byName;
  if (!only?.[0]) return <>No speaker named</>;
  const all = articlesOf(wordings);
  if (byName.length === 1 && articlesOf(named) === all) return <ActorName actor={only[0].speaker} />;
  return (
    <>
      {byName.map((group, i) => {
        const articles = articlesOf(group);
        const [first] = group;
        return (
          first && (
            <span key={first.speaker.slug}>
              {i === 0 ? 'Attributed to ' : '; to '}
              {articles === 1 ? <ActorName actor={first.speaker} /> : shortNameOf(first.speaker)} by {articles} of{' '}
              {countOf(all, 'article')}
            </span>
          )
        );
      })}
    </>
  );
}

function articlesOf(wordings: readonly Pick<Named, 'article'>[]): number {
  return new Set(wordings.map(({ article }) => article.slug)).size;
}
