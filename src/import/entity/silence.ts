import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { LINTS, type LintName } from '../lint/lints.ts';
import { docOf, span, text } from '../shape.ts';
import { evidence, sortKeyAt, spanEntry } from '../span.ts';

const names = Object.keys(LINTS) as LintName[];

const shape = z.strictObject({
  lint: z.enum(names).meta({ description: docOf('Silence', 'lint'), enumDescriptions: Object.values(LINTS) }),
  span,
  reason: text(docOf('Silence', 'reason'), 'ours'),
});

/** A note of `onrecord check` that an editor has silenced. */
export const silence: Entity<z.output<typeof shape>> = {
  model: 'Silence',
  shape,
  id({ lint, span: { start = -1, end = -1 } }, { article }) {
    return globalId('Silence', article.slug, lint, start, end);
  },
  rows({ lint, span: at, reason }, context, id) {
    const found = evidence(at, context);
    const { slug, id: articleId } = context.article;
    context.add('Silence', { id, sortKey: sortKeyAt(slug, found), articleId, lint, reason, ...found });
  },
  entry(id, context) {
    const { lint, reason, ...stored } = context.get('Silence', id);
    return { lint: lint as LintName, span: spanEntry(stored), reason };
  },
};
