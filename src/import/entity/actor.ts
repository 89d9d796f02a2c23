import { z } from 'zod';
import { sortKey } from '../../text/sort-key.ts';
import type { Entry } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import { aliases, docOf, type EnumValue, name, slug } from '../shape.ts';
import type { StoredContext } from '../stored-context.ts';
import { aliasRow, registerAliases } from './alias.ts';

/** The fields that people and organisations share. */
export const actorShape = z.strictObject({
  name: name(docOf('Actor', 'name'), 'ours'),
  aliases: aliases.optional(),
  formerSlugs: z.array(slug('A former slug of this actor. Links to it still work.')).optional(),
});

/** Adds the row of Actor, the supertype, with its slugs and register aliases. */
export function actorRows(
  actor: z.output<typeof actorShape>,
  context: EntryContext,
  supertype: { readonly id: string; readonly slug: string; readonly actorType: EnumValue<'ActorType'> },
): void {
  const { id: actorId, slug: current } = supertype;
  context.add('Actor', { ...supertype, sortKey: sortKey(actor.name), name: actor.name });
  // Slugs that are already taken were reported when the names were declared.
  for (const name of [current, ...(actor.formerSlugs ?? [])]) {
    context.dataset.rows.add('ActorSlug', { slug: name, actorId }, context.location);
  }
  for (const alias of actor.aliases ?? []) aliasRow(alias, context, { actorId, of: current });
}

/** Models whose rows belong to an actor of a register. */
export const ACTOR_PARTS = ['ActorSlug', 'Alias'] as const;

/** The inverse of `actorRows`. */
export function actorEntry(id: string, context: StoredContext): Entry<z.output<typeof actorShape>> {
  const { name, slug: current } = context.get('Actor', id);
  const slugs = context.where('ActorSlug', 'actorId', id).map(({ slug }) => slug);
  return {
    name,
    aliases: registerAliases(context.where('Alias', 'actorId', id)),
    formerSlugs: slugs.filter((slug) => slug !== current).sort(),
  };
}
