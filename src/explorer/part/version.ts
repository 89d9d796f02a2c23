import type { OwnWordsFragment } from '../generated/operation.ts';
import { groupBy } from '../group.ts';

/** What a version needs of a wording. */
export type VersionWording = Pick<OwnWordsFragment, 'rendering' | 'text' | 'gloss' | 'attributedAs'> & {
  readonly speaker: { readonly slug: string } | null;
  readonly article: { readonly slug: string };
};

/** A quote as one or more articles print it: the same words by the same speaker. */
export interface Version<Wording> {
  /** The wordings of each of these articles, in the order of the text. */
  readonly articles: readonly (readonly Wording[])[];
}

/**
 * The versions of a quote, the longest first, versions in indirect speech last. An article that quotes the words more than
 * once, or also reports or repeats them, is represented by its quotations; articles with another speaker have a version of
 * their own.
 */
export function versionsOf<Wording extends VersionWording>(wordings: readonly Wording[]): readonly Version<Wording>[] {
  const ofArticle = groupBy(wordings, ({ article, speaker, attributedAs }) =>
    JSON.stringify([article.slug, speaker?.slug ?? null, speaker ? null : attributedAs]),
  );
  const quoted = new Set(wordings.filter(({ rendering }) => rendering === 'QUOTED').map(({ article }) => article.slug));
  const parts = [...ofArticle.values()].flatMap((group) => {
    const firmest = firmestOf(group);
    // A headline that repeats quoted words without the speaker adds nothing.
    const isEcho = firmest[0]?.rendering === 'ECHO' && quoted.has(firmest[0].article.slug);
    return isEcho ? [] : [firmest];
  });
  const versions = groupBy(parts, keyOf);
  return [...versions.values()].map((articles) => ({ articles })).sort((a, b) => lengthOf(b) - lengthOf(a));
}

const RENDERINGS = ['QUOTED', 'ECHO', 'REPORTED'] as const;

/** The quotations; without any, the repetitions; without those, the reports. */
function firmestOf<Wording extends VersionWording>(wordings: readonly Wording[]): readonly Wording[] {
  for (const rendering of RENDERINGS) {
    const found = wordings.filter((wording) => wording.rendering === rendering);
    if (found.length > 0) return found;
  }
  return [];
}

function keyOf(wordings: readonly VersionWording[]): string {
  const [first] = wordings;
  return JSON.stringify([
    first?.speaker?.slug ?? first?.attributedAs ?? null,
    ...wordings.map(({ rendering, text, gloss }) => [rendering, text ?? gloss]),
  ]);
}

function lengthOf({ articles: [wordings = []] }: Version<VersionWording>): number {
  return wordings.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
}
