import type { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { ACTOR_PARTS, actorEntry, actorRows, actorShape } from './actor.ts';

export const person: Entity<z.output<typeof actorShape>> = {
  model: 'Person',
  shape: actorShape,
  id: (_, context) => globalId('Person', context.item.name),
  rows(value, context, id) {
    actorRows(value, context, { id, slug: context.item.name, actorType: 'PERSON' });
    context.add('Person', { id });
  },
  entry: actorEntry,
  parts: ACTOR_PARTS,
};
