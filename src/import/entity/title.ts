import { docOf, oneOf, slug, text } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const title = assertion({
  model: 'Title',
  shape: assertionShape.extend({
    person: slug(docOf('Title', 'person')),
    text: text(docOf('Title', 'text')),
    organisation: slug(docOf('Title', 'organisation')).optional(),
    tenure: oneOf('Tenure', docOf('Title', 'tenure')),
  }),
  subjects: ({ person, text: printed, organisation }) => [person, printed, organisation],
  subtype({ person, text: printed, organisation, tenure }, scope, id) {
    scope.add('Title', {
      id,
      personId: scope.ref('Person', person, 'person'),
      text: printed,
      organisationId: scope.optionalRef('Organisation', organisation, 'organisation'),
      tenure,
    });
  },
  entry(id, scope) {
    const { personId, text: printed, organisationId, tenure } = scope.get('Title', id);
    return {
      person: scope.ref('Person', personId),
      text: printed,
      organisation: scope.ref('Organisation', organisationId),
      tenure,
    };
  },
});
