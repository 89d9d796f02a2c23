import type { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { docOf, oneOf } from '../shape.ts';
import { ACTOR_PARTS, actorEntry, actorRows, actorShape } from './actor.ts';

const shape = actorShape.extend({ kind: oneOf('OrganisationKind', docOf('Organisation', 'kind')) });

export const organisation: Entity<z.output<typeof shape>> = {
  model: 'Organisation',
  shape,
  id: (_, scope) => globalId('Organisation', scope.item.name),
  rows(value, scope, id) {
    actorRows(value, scope, { id, slug: scope.item.name, actorType: 'ORGANISATION' });
    scope.add('Organisation', { id, kind: value.kind });
  },
  entry(id, scope) {
    const { name, ...rest } = actorEntry(id, scope);
    return { name, kind: scope.get('Organisation', id).kind, ...rest };
  },
  parts: ACTOR_PARTS,
};
