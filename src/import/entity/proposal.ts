import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { Entity } from '../entity.ts';
import { aliases, docOf, name, oneOf, text } from '../shape.ts';
import { aliasRow, registerAliases } from './alias.ts';

const shape = z.strictObject({
  name: name(docOf('Proposal', 'name')),
  kind: oneOf('ProposalKind', docOf('Proposal', 'kind')),
  summary: text(docOf('Proposal', 'summary')),
  aliases: aliases.optional(),
});

export const proposal: Entity<z.output<typeof shape>> = {
  model: 'Proposal',
  shape,
  id: (_, scope) => globalId('Proposal', scope.item.name),
  rows({ name, kind, summary, aliases: names }, scope, id) {
    const slug = scope.item.name;
    scope.add('Proposal', { id, slug, sortKey: sortKey(name), name, kind, summary });
    for (const alias of names ?? []) aliasRow(alias, scope, { proposalId: id, of: slug });
  },
  entry(id, scope) {
    const { name, kind, summary } = scope.get('Proposal', id);
    return { name, kind, summary, aliases: registerAliases(scope.where('Alias', 'proposalId', id)) };
  },
  parts: ['Alias'],
};
