import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Dataset } from '../dataset.ts';
import type { Entity } from '../entity.ts';
import type { Row } from '../row.ts';
import type { Scope } from '../scope.ts';
import { actorRef, docOf, type EnumValue, localName, oneOf, ref, slug, span, text, when } from '../shape.ts';
import { evidence, sortKeyAt, spanEntry } from '../span.ts';
import { whenColumns, whenEntry } from '../when.ts';

const shape = z.strictObject({
  ref: localName.optional(),
  quote: slug(docOf('Wording', 'quote')),
  rendering: oneOf('Rendering', docOf('Wording', 'rendering')),
  form: oneOf('WordingForm', docOf('Wording', 'form')).optional(),
  text: text(docOf('Wording', 'text')).optional(),
  zone: oneOf('Zone', docOf('Wording', 'zone')),
  span: span.optional(),
  gloss: text(docOf('Wording', 'gloss')),
  speaker: actorRef(docOf('Wording', 'speaker')).optional(),
  speakerTitle: ref(docOf('Wording', 'speakerTitle')).optional(),
  attribution: oneOf('Attribution', docOf('Wording', 'attribution')),
  attributedAs: text(docOf('Wording', 'attributedAs')).optional(),
  medium: oneOf('Medium', docOf('Wording', 'medium')),
  carrier: slug(docOf('Wording', 'carrier')).optional(),
  venue: text(docOf('Wording', 'venue')).optional(),
  said: when.optional().describe(docOf('Wording', 'said')),
  insertions: z.array(text('One insertion, with its brackets.')).optional().describe(docOf('Wording', 'insertions')),
  basis: oneOf('Basis', docOf('Wording', 'basis')).optional(),
});
type Item = z.output<typeof shape>;

export const wording: Entity<Item> = {
  model: 'Wording',
  shape,
  id: ({ quote, span: at }, { article }) => globalId('Wording', article.slug, quote, at?.start ?? -1, at?.end ?? -1),
  rows(value, scope, id) {
    checkWords(value, scope);
    const place = evidence(value.span, scope, value.rendering === 'REPORTED' ? undefined : value.text);
    scope.add('Wording', {
      id,
      sortKey: sortKeyAt(scope.article.slug, place),
      quoteId: scope.ref('Quote', value.quote, 'quote'),
      articleId: scope.article.id,
      ref: value.ref ?? null,
      ordinal: scope.item.ordinal,
      ...place,
      rendering: value.rendering,
      form: value.form ?? null,
      text: value.text ?? null,
      zone: value.zone,
      gloss: value.gloss,
      speakerId: scope.optionalRef('Actor', value.speaker, 'speaker'),
      speakerTitleId: scope.optionalRef('Title', value.speakerTitle, 'speakerTitle'),
      attribution: value.attribution,
      attributedAs: value.attributedAs ?? null,
      medium: value.medium,
      carrierId: scope.optionalRef('Outlet', value.carrier, 'carrier'),
      venue: value.venue ?? null,
      ...whenColumns('said', value.said, scope),
      insertions: value.insertions ?? [],
      basis: value.basis ?? usualBasis(value),
      wholeStart: null,
      wholeEnd: null,
    });
  },
  entry(id, scope) {
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
    } = scope.get('Wording', id);
    return {
      ref: localRef,
      quote: scope.ref('Quote', row.quoteId),
      rendering,
      form,
      text: words,
      zone,
      span: spanEntry(row),
      gloss,
      speaker: scope.ref('Actor', row.speakerId),
      speakerTitle: scope.ref('Title', row.speakerTitleId),
      attribution,
      attributedAs,
      medium,
      carrier: scope.ref('Outlet', row.carrierId),
      venue,
      said: whenEntry('said', row),
      insertions: [...row.insertions],
      basis: row.basis === usualBasis({ rendering, attribution }) ? null : row.basis,
    };
  },
  finish(knowledge) {
    for (const { id } of knowledge.rows.all('Article')) {
      const wordings = knowledge.rows.where('Wording', 'articleId', id);
      checkOrder(wordings, knowledge);
      checkOverlap(wordings, knowledge);
      checkTitles(wordings, knowledge);
    }
  },
};

/** That words told without marks are those of the quote, the reader concludes; that somebody goes on speaking follows. */
function usualBasis({ rendering, attribution }: Pick<Item, 'rendering' | 'attribution'>): EnumValue<'Basis'> {
  if (rendering === 'REPORTED') return 'INFERRED';
  return attribution === 'CONTINUED' ? 'DERIVED' : 'STATED';
}

function checkWords(value: Item, scope: Scope): void {
  const { rendering, text: words, form, insertions, speaker, attribution, attributedAs } = value;
  if (rendering === 'REPORTED') {
    if (words !== undefined) scope.problem('REPORTED words stand in no quotation marks: leave "text" out', 'text');
    if (form !== undefined) scope.problem('REPORTED words have no form: leave it out', 'form');
  } else {
    if (words === undefined) scope.problem(`missing field "text": ${rendering} words are given to the letter`);
    if (form === undefined) scope.problem('missing field "form": accepted are FULL, FRAGMENT');
  }
  insertions?.forEach((insertion, i) => {
    if (!words?.includes(insertion)) scope.problem(`"${insertion}" does not stand in "text"`, 'insertions', i);
  });
  if (attribution === 'IMPLICIT' && speaker !== undefined) {
    scope.problem('IMPLICIT means that nobody is named: leave the speaker out, or say how it is named', 'speaker');
  }
  if (attribution === 'CONTINUED' && speaker === undefined) {
    scope.problem('CONTINUED needs a speaker: that of the words before', 'attribution');
  }
  if (attribution === 'EXPLICIT' && speaker === undefined && attributedAs === undefined) {
    scope.problem('EXPLICIT needs a speaker, or "attributedAs" where several or others are named', 'attribution');
  }
}

function checkOrder(wordings: readonly Row<'Wording'>[], { rows, problems }: Dataset): void {
  wordings.forEach(({ id, start }, i) => {
    const before = wordings[i - 1];
    if (!before || start < 0 || before.start <= start) return;
    const place = rows.place('Wording', id);
    if (place)
      problems.push(
        place.problem(`this wording starts at ${start}, before the one above it: put them in the order of the text`),
      );
  });
}

function checkOverlap(wordings: readonly Row<'Wording'>[], { rows, problems }: Dataset): void {
  const quoted = wordings.filter((w) => w.rendering === 'QUOTED' && w.start >= 0).sort((a, b) => a.start - b.start);
  let last: Row<'Wording'> | undefined;
  for (const next of quoted) {
    if (last && next.start < last.end) {
      const [here, there] = [rows.place('Wording', next.id), rows.place('Wording', last.id)];
      if (here) problems.push(here.at('span').problem(`this quotation overlaps the one at ${there}`));
    }
    if (!last || next.end > last.end) last = next;
  }
}

function checkTitles(wordings: readonly Row<'Wording'>[], { rows, problems }: Dataset): void {
  for (const { id, speakerId, speakerTitleId } of wordings) {
    const title = rows.get('Title', speakerTitleId);
    const place = rows.place('Wording', id)?.at('speakerTitle');
    if (title && title.personId !== speakerId && place) problems.push(place.problem("this title is not the speaker's"));
  }
}
