import type { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { docOf, oneOf } from '../shape.ts';
import { ACTOR_PARTS, actorEntry, actorRows, actorShape } from './actor.ts';

const shape = actorShape.extend({ kind: oneOf('OrganisationKind', docOf('Organisation', 'kind')) });

export const organisation: Entity<z.output<typeof shape>> = {
  model: 'Organisation',
  shape,
  id: (_, context) => globalId('Organisation', context.item.name),
  rows(value, context, id) {
    actorRows(value, context, { id, slug: context.item.name, actorType: 'ORGANISATION' });
    context.add('Organisation', { id, kind: value.kind });
  },
  entry(id, context) {
    const { name, ...rest } = actorEntry(id, context);
    return { name, kind: context.get('Organisation', id).kind, ...rest };
  },
  parts: ACTOR_PARTS,
};
