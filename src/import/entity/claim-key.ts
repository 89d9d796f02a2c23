import type { z } from 'zod';
import type { Entity } from '../entity.ts';
import { docOf, text } from '../shape.ts';

const shape = text(docOf('ClaimKey', 'description'), 'ours');

export const claimKey: Entity<z.output<typeof shape>> = {
  model: 'ClaimKey',
  shape,
  id: (_, context) => context.item.name,
  rows(description, context, name) {
    context.add('ClaimKey', { name, description });
  },
  entry: (name, context) => context.get('ClaimKey', name).description,
};
