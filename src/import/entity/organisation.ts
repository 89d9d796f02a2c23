import type { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { docOf, oneOf } from '../shape.ts';
import { actorRows, actorShape } from './actor.ts';

const shape = actorShape.extend({ kind: oneOf('OrganisationKind', docOf('Organisation', 'kind')) });

export const organisation: Entity<z.output<typeof shape>> = {
  model: 'Organisation',
  shape,
  id: (_, scope) => globalId('Organisation', scope.item.name),
  rows(value, scope, id) {
    actorRows(value, scope, { id, slug: scope.item.name, actorType: 'ORGANISATION' });
    scope.add('Organisation', { id, kind: value.kind });
  },
};
