import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { Entity } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import type { Row } from '../row.ts';
import { actorRef, docOf, type EnumValue, localName, oneOf, ref, slug, span, text, when } from '../shape.ts';
import { evidence, sortKeyAt, spanEntry } from '../span.ts';
import { whenColumns, whenEntry } from '../when.ts';

const shape = z.strictObject({
  ref: localName.optional(),
  quote: slug(docOf('Wording', 'quote')),
  rendering: oneOf('Rendering', docOf('Wording', 'rendering')),
  form: oneOf('WordingForm', docOf('Wording', 'form')).optional(),
  text: text(docOf('Wording', 'text'), 'span').optional(),
  zone: oneOf('Zone', docOf('Wording', 'zone')),
  span: span.optional(),
  gloss: text(docOf('Wording', 'gloss'), 'ours'),
  speaker: actorRef(docOf('Wording', 'speaker')).optional(),
  speakerTitle: ref(docOf('Wording', 'speakerTitle')).optional(),
  attribution: oneOf('Attribution', docOf('Wording', 'attribution')),
  attributedAs: text(docOf('Wording', 'attributedAs'), 'paragraph').optional(),
  medium: oneOf('Medium', docOf('Wording', 'medium')),
  carrier: slug(docOf('Wording', 'carrier')).optional(),
  venue: text(docOf('Wording', 'venue'), 'ours').optional(),
  said: when('article').optional().describe(docOf('Wording', 'said')),
  insertions: z
    .array(text('One insertion, with its brackets.', 'span'))
    .optional()
    .describe(docOf('Wording', 'insertions')),
  basis: oneOf('Basis', docOf('Wording', 'basis')).optional(),
});
type Item = z.output<typeof shape>;

export const wording: Entity<Item> = {
  model: 'Wording',
  shape,
  id: ({ quote, span: at }, { article }) => globalId('Wording', article.slug, quote, at?.start ?? -1, at?.end ?? -1),
  rows(value, context, id) {
    checkWords(value, context);
    const found = evidence(value.span, context, value.rendering === 'REPORTED' ? undefined : value.text);
    context.add('Wording', {
      id,
      sortKey: sortKeyAt(context.article.slug, found),
      quoteId: context.ref('Quote', value.quote, 'quote'),
      articleId: context.article.id,
      ref: value.ref ?? null,
      ordinal: context.item.ordinal,
      ...found,
      rendering: value.rendering,
      form: value.form ?? null,
      text: value.text ?? null,
      zone: value.zone,
      gloss: value.gloss,
      speakerId: context.optionalRef('Actor', value.speaker, 'speaker'),
      speakerTitleId: context.optionalRef('Title', value.speakerTitle, 'speakerTitle'),
      attribution: value.attribution,
      attributedAs: value.attributedAs ?? null,
      medium: value.medium,
      carrierId: context.optionalRef('Outlet', value.carrier, 'carrier'),
      venue: value.venue ?? null,
      ...whenColumns('said', value.said, context),
      insertions: value.insertions ?? [],
      basis: value.basis ?? usualBasis(value),
      wholeStart: null,
      wholeEnd: null,
    });
  },
  entry(id, context) {
    const {
      ref: localRef,
      rendering,
      form,
      text: words,
      zone,
      gloss,
      attribution,
      attributedAs,
      medium,
      venue,
      ...row
    } = context.get('Wording', id);
    return {
      ref: localRef,
      quote: context.ref('Quote', row.quoteId),
      rendering,
      form,
      text: words,
      zone,
      span: spanEntry(row),
      gloss,
      speaker: context.ref('Actor', row.speakerId),
      speakerTitle: context.ref('Title', row.speakerTitleId),
      attribution,
      attributedAs,
      medium,
      carrier: context.ref('Outlet', row.carrierId),
      venue,
      said: whenEntry('said', row),
      insertions: [...row.insertions],
      basis: row.basis === usualBasis({ rendering, attribution }) ? null : row.basis,
    };
  },
  finish(dataset) {
    for (const { id } of dataset.rows.all('Article')) {
      const wordings = dataset.rows.where('Wording', 'articleId', id);
      checkOrder(wordings, dataset);
      checkOverlap(wordings, dataset);
      checkTitles(wordings, dataset);
    }
  },
};

/** The default basis: the reader infers which quote REPORTED words repeat; a CONTINUED speaker follows from the text. */
function usualBasis({ rendering, attribution }: Pick<Item, 'rendering' | 'attribution'>): EnumValue<'Basis'> {
  if (rendering === 'REPORTED') return 'INFERRED';
  return attribution === 'CONTINUED' ? 'DERIVED' : 'STATED';
}

function checkWords(value: Item, context: EntryContext): void {
  const { rendering, text: words, form, insertions, speaker, attribution, attributedAs } = value;
  if (rendering === 'REPORTED') {
    if (words !== undefined) context.problem('REPORTED words are not quoted: remove "text"', 'text');
    if (form !== undefined) context.problem('REPORTED words have no form: remove "form"', 'form');
  } else {
    if (words === undefined) context.problem(`missing field "text": ${rendering} words must be given exactly`);
    if (form === undefined) context.problem('missing field "form": accepted are FULL, FRAGMENT');
  }
  insertions?.forEach((insertion, i) => {
    if (!words?.includes(insertion)) context.problem(`"${insertion}" does not occur in "text"`, 'insertions', i);
  });
  if (attribution === 'IMPLICIT' && speaker !== undefined) {
    context.problem('IMPLICIT means that no speaker is named: remove "speaker" or change "attribution"', 'speaker');
  }
  if (attribution === 'CONTINUED' && speaker === undefined) {
    context.problem('CONTINUED needs "speaker": the same speaker as for the preceding words', 'attribution');
  }
  if (attribution === 'EXPLICIT' && speaker === undefined && attributedAs === undefined) {
    context.problem(
      'EXPLICIT needs "speaker", or "attributedAs" if the speaker is not one actor, for example several people',
      'attribution',
    );
  }
}

function checkOrder(wordings: readonly Row<'Wording'>[], { rows, problems }: DatasetDraft): void {
  wordings.forEach(({ id, start }, i) => {
    const before = wordings[i - 1];
    if (!before || start < 0 || before.start <= start) return;
    const location = rows.location('Wording', id);
    if (location)
      problems.push(
        location.problem(`this wording starts at ${start}, before the one above it: put them in the order of the text`),
      );
  });
}

function checkOverlap(wordings: readonly Row<'Wording'>[], { rows, problems }: DatasetDraft): void {
  const quoted = wordings.filter((w) => w.rendering === 'QUOTED' && w.start >= 0).sort((a, b) => a.start - b.start);
  let last: Row<'Wording'> | undefined;
  for (const next of quoted) {
    if (last && next.start < last.end) {
      const [here, there] = [rows.location('Wording', next.id), rows.location('Wording', last.id)];
      if (here) problems.push(here.at('span').problem(`this quotation overlaps the one at ${there}`));
    }
    if (!last || next.end > last.end) last = next;
  }
}

function checkTitles(wordings: readonly Row<'Wording'>[], { rows, problems }: DatasetDraft): void {
  for (const { id, speakerId, speakerTitleId } of wordings) {
    const title = rows.get('Title', speakerTitleId);
    const location = rows.location('Wording', id)?.at('speakerTitle');
    if (title && title.personId !== speakerId && location)
      problems.push(location.problem('this title belongs to someone other than the speaker'));
  }
}
