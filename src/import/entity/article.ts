import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { copy, docOf, language, name, oneOf, text, url, when } from '../shape.ts';
import { isUsualShortName } from '../short-name.ts';
import { whenColumns, whenEntry } from '../when.ts';

/** The head of an article file: everything except its maps and lists. */
export const articleShape = z.strictObject({
  headline: name(docOf('Article', 'headline'), 'article'),
  alternativeHeadline: name(docOf('Article', 'alternativeHeadline'), 'article').optional(),
  section: text(docOf('Article', 'section'), 'article').optional(),
  language,
  url: url.describe(docOf('Article', 'url')).optional(),
  summary: text(docOf('Article', 'summary'), 'ours'),
  shortName: name(docOf('Article', 'shortName'), 'ours').optional(),
  annotated: oneOf('AnnotationLevel', docOf('Article', 'annotated')).optional(),
  dateline: text(docOf('Article', 'dateline'), 'article').optional(),
  published: when('article').optional().describe(docOf('Article', 'published')),
  updated: when('article').optional().describe(docOf('Article', 'updated')),
  origin: oneOf('OriginKind', docOf('Article', 'originKind')),
  originBasis: oneOf('Basis', docOf('Article', 'originBasis')),
  text: copy.optional(),
});

export const article: Entity<z.output<typeof articleShape>> = {
  model: 'Article',
  shape: articleShape,
  id: (_, context) => globalId('Article', context.item.name),
  rows({ published, updated, text: copyOf, ...value }, context, id) {
    const slug = context.item.name;
    if (!copyOf) context.problem('"text" is missing: run `onrecord anchor FILE --text TEXT`');
    context.add('Article', {
      id,
      slug,
      sortKey: slug,
      headline: value.headline,
      alternativeHeadline: value.alternativeHeadline ?? null,
      section: value.section ?? null,
      language: value.language,
      url: value.url ?? null,
      summary: value.summary,
      shortName: value.shortName ?? '', // by default from the credits: ../short-name.ts
      annotated: value.annotated ?? null,
      dateline: value.dateline ?? null,
      ...whenColumns('published', published, context),
      ...whenColumns('updated', updated, context),
      originKind: value.origin,
      originBasis: value.originBasis,
      sharedOriginId: '', // filled once all links are known: ../origin.ts
      textSha256: copyOf?.sha256 ?? '',
      textLength: copyOf?.length ?? 0,
    });
  },
  entry(id, context) {
    const { headline, alternativeHeadline, section, language, url, summary, shortName, annotated, dateline, ...row } =
      context.get('Article', id);
    return {
      headline,
      alternativeHeadline,
      section,
      language,
      url,
      summary,
      shortName: isUsualShortName(shortName, id, context) ? null : shortName,
      annotated,
      dateline,
      published: whenEntry('published', row),
      updated: whenEntry('updated', row),
      origin: row.originKind,
      originBasis: row.originBasis,
      text: { sha256: row.textSha256, length: row.textLength },
    };
  },
};
