import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { docOf, name, text } from '../shape.ts';

const shape = z.strictObject({
  title: name(docOf('Dataset', 'title'), 'ours'),
  description: text(docOf('Dataset', 'description'), 'ours'),
  annotators: z.array(text('A person or group.', 'ours')).optional().describe(docOf('Dataset', 'annotators')),
  licence: text(docOf('Dataset', 'licence'), 'ours').optional(),
});

/** The only entry of about.yaml. */
export const dataset: Entity<z.output<typeof shape>> = {
  model: 'Dataset',
  shape,
  id: () => globalId('Dataset'),
  rows({ title, description, annotators, licence }, context, id) {
    const stored = { title, description, annotators: annotators ?? [], licence: licence ?? null };
    context.add('Dataset', { id, sortKey: '', ...stored });
  },
  entry(id, context) {
    const { title, description, annotators, licence } = context.get('Dataset', id);
    return { title, description, annotators: [...annotators], licence };
  },
};
