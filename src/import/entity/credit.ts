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
  subtype(value, scope, id) {
    scope.exactlyOne(value, 'outlet', 'contributor');
    if (value.capacity === 'PHOTO' && value.figure === undefined)
      scope.problem('missing field "figure": which photo is it?');
    if (value.capacity !== 'PHOTO' && value.figure !== undefined) scope.problem('only a PHOTO has a figure', 'figure');
    scope.add('Credit', {
      id,
      outletId: scope.optionalRef('Outlet', value.outlet, 'outlet'),
      contributorId: scope.optionalRef('Person', value.contributor, 'contributor'),
      capacity: value.capacity,
      ordinal: scope.item.ordinal,
      figure: value.figure ?? null,
    });
  },
  entry(id, scope) {
    const { outletId, contributorId, capacity, figure: number } = scope.get('Credit', id);
    const [outlet, contributor] = [scope.ref('Outlet', outletId), scope.ref('Person', contributorId)];
    return { outlet, contributor, capacity, figure: number };
  },
});
