import type { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { ACTOR_PARTS, actorEntry, actorRows, actorShape } from './actor.ts';

export const person: Entity<z.output<typeof actorShape>> = {
  model: 'Person',
  shape: actorShape,
  id: (_, scope) => globalId('Person', scope.item.name),
  rows(value, scope, id) {
    actorRows(value, scope, { id, slug: scope.item.name, actorType: 'PERSON' });
    scope.add('Person', { id });
  },
  entry: actorEntry,
  parts: ACTOR_PARTS,
};
