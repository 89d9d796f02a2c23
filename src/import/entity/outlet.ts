import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { Entity } from '../entity.ts';
import { docOf, name, oneOf, website } from '../shape.ts';

const shape = z.strictObject({
  name: name(docOf('Outlet', 'name'), 'ours'),
  kind: oneOf('OutletKind', docOf('Outlet', 'kind')),
  website: website(docOf('Outlet', 'website'), 'dataset').optional(),
});

export const outlet: Entity<z.output<typeof shape>> = {
  model: 'Outlet',
  shape,
  id: (_, context) => globalId('Outlet', context.item.name),
  rows({ name, kind, website }, context, id) {
    context.add('Outlet', {
      id,
      slug: context.item.name,
      sortKey: sortKey(name),
      name,
      kind,
      website: website ?? null,
    });
  },
  entry(id, context) {
    const { name, kind, website } = context.get('Outlet', id);
    return { name, kind, website };
  },
};
