import type { LintDataset, LintEntry } from './article.ts';
import type { Note } from './note.ts';

/** Positions of one actor on one proposal whose basis, voice or asserter differs between two articles. */
export function checkAcross({ articles }: LintDataset): readonly Note[] {
  const seen = new Map<string, { entry: LintEntry; slug: string }[]>();
  return articles.flatMap((article) =>
    article.entries.flatMap((entry): Note[] => {
      const { actor, proposal, stance } = entry.value;
      if (entry.model !== 'Position' || actor === undefined || actor.startsWith('.')) return [];
      const key = `${actor} ${proposal} ${stance}`;
      const known = seen.get(key) ?? [];
      seen.set(key, [...known, { entry, slug: article.slug }]);
      const others = known.filter(({ slug }) => slug !== article.slug);
      if (others.length === 0 || others.some((other) => differences(entry, other.entry).length === 0)) return [];
      const [other] = others;
      const parts = other ? differences(entry, other.entry) : [];
      const message = `${actor} on ${proposal} has ${parts.join(' and ')} at ${other?.entry.location}: use the same, or silence this note if the articles differ`;
      return [{ lint: 'across', article, location: entry.location, span: entry.span, message }];
    }),
  );
}

function differences({ value: one }: LintEntry, { value: other }: LintEntry): readonly string[] {
  const asserter = (value: LintEntry['value']) => value.assertedBy?.replace(/^\..*/, 'a source') ?? 'no assertedBy';
  return [
    ...(one.basis === other.basis ? [] : [`the basis ${other.basis}`]),
    ...(one.voice === other.voice ? [] : [`the voice ${other.voice}`]),
    ...(asserter(one) === asserter(other)
      ? []
      : [other.assertedBy ? `assertedBy: ${other.assertedBy}` : 'no assertedBy']),
  ];
}
