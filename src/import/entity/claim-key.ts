import type { z } from 'zod';
import type { Entity } from '../entity.ts';
import { docOf, text } from '../shape.ts';

const shape = text(docOf('ClaimKey', 'description'));

export const claimKey: Entity<z.output<typeof shape>> = {
  model: 'ClaimKey',
  shape,
  id: (_, scope) => scope.item.name,
  rows(description, scope, name) {
    scope.add('ClaimKey', { name, description });
  },
  entry: (name, scope) => scope.get('ClaimKey', name).description,
};
