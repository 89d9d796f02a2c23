import { docOf, figure, oneOf, slug } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const credit = assertion({
  model: 'Credit',
  shape: assertionShape.extend({
    outlet: slug(docOf('Credit', 'outlet')).optional(),
    contributor: slug(docOf('Credit', 'contributor')).optional(),
    capacity: oneOf('CreditCapacity', docOf('Credit', 'capacity')),
    figure: figure.optional(),
  }),
  subjects: ({ outlet, contributor, capacity, figure: number }) => [outlet, contributor, capacity, number],
  subtype(value, context, id) {
    context.exactlyOne(value, 'outlet', 'contributor');
    if (value.capacity === 'PHOTO' && value.figure === undefined)
      context.problem('missing field "figure": a PHOTO needs the number of its figure');
    if (value.capacity !== 'PHOTO' && value.figure !== undefined)
      context.problem('only a PHOTO has a figure: remove "figure"', 'figure');
    context.add('Credit', {
      id,
      outletId: context.optionalRef('Outlet', value.outlet, 'outlet'),
      contributorId: context.optionalRef('Person', value.contributor, 'contributor'),
      capacity: value.capacity,
      ordinal: context.item.ordinal,
      figure: value.figure ?? null,
    });
  },
  entry(id, context) {
    const { outletId, contributorId, capacity, figure: number } = context.get('Credit', id);
    const [outlet, contributor] = [context.ref('Outlet', outletId), context.ref('Person', contributorId)];
    return { outlet, contributor, capacity, figure: number };
  },
});
