import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { Entity } from '../entity.ts';
import { aliases, docOf, name, oneOf, text } from '../shape.ts';
import { aliasRow, registerAliases } from './alias.ts';

const shape = z.strictObject({
  name: name(docOf('Proposal', 'name'), 'ours'),
  kind: oneOf('ProposalKind', docOf('Proposal', 'kind')),
  summary: text(docOf('Proposal', 'summary'), 'ours'),
  aliases: aliases.optional(),
});

export const proposal: Entity<z.output<typeof shape>> = {
  model: 'Proposal',
  shape,
  id: (_, context) => globalId('Proposal', context.item.name),
  rows({ name, kind, summary, aliases: names }, context, id) {
    const slug = context.item.name;
    context.add('Proposal', { id, slug, sortKey: sortKey(name), name, kind, summary });
    for (const alias of names ?? []) aliasRow(alias, context, { proposalId: id, of: slug });
  },
  entry(id, context) {
    const { name, kind, summary } = context.get('Proposal', id);
    return { name, kind, summary, aliases: registerAliases(context.where('Alias', 'proposalId', id)) };
  },
  parts: ['Alias'],
};
