import { z } from 'zod';
import { sortKey } from '../../text/sort-key.ts';
import type { Scope } from '../scope.ts';
import { aliases, docOf, type EnumValue, name, slug } from '../shape.ts';
import { aliasRow } from './alias.ts';

/** What people and organisations have in common in the files. */
export const actorShape = z.strictObject({
  name: name(docOf('Actor', 'name')),
  aliases: aliases.optional(),
  formerSlugs: z.array(slug('A slug that this actor had before: it keeps resolving.')).optional(),
});

/** Adds the rows of the base table and what hangs on it: slugs and register aliases. */
export function actorRows(
  actor: z.output<typeof actorShape>,
  scope: Scope,
  base: { readonly id: string; readonly slug: string; readonly actorType: EnumValue<'ActorType'> },
): void {
  const { id: actorId, slug: current } = base;
  scope.add('Actor', { ...base, sortKey: sortKey(actor.name), name: actor.name });
  // A slug that another has already was told when the names were declared.
  for (const name of [current, ...(actor.formerSlugs ?? [])]) {
    scope.knowledge.rows.add('ActorSlug', { slug: name, actorId }, scope.place);
  }
  for (const alias of actor.aliases ?? []) aliasRow(alias, scope, { actorId, of: current });
}
