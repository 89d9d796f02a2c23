import { z } from 'zod';
import { docOf, oneOf, slug, text } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

export const title = assertion({
  model: 'Title',
  shape: assertionShape.extend({
    person: slug(docOf('Title', 'person')),
    text: text(docOf('Title', 'text'), 'span'),
    organisation: slug(docOf('Title', 'organisation')).optional(),
    tenure: oneOf('Tenure', docOf('Title', 'tenure')),
    shared: z.boolean().optional().describe(docOf('Title', 'shared')),
  }),
  subjects: ({ person, text: printed, organisation }) => [person, printed, organisation],
  subtype({ person, text: printed, organisation, tenure, shared }, context, id) {
    context.add('Title', {
      id,
      personId: context.ref('Person', person, 'person'),
      text: printed,
      organisationId: context.optionalRef('Organisation', organisation, 'organisation'),
      tenure,
      shared: shared ?? false,
    });
  },
  entry(id, context) {
    const { personId, text: printed, organisationId, tenure, shared } = context.get('Title', id);
    return {
      person: context.ref('Person', personId),
      text: printed,
      organisation: context.ref('Organisation', organisationId),
      tenure,
      shared: shared || null,
    };
  },
});
