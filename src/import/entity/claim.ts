import type { z } from 'zod';
import { enums } from '../../model/model.ts';
import { compareDecimals, plainDecimal } from '../../text/decimal.ts';
import type { EntryContext } from '../entry-context.ts';
import { actorRef, amount, docOf, oneOf, ref, slug, text, unit } from '../shape.ts';
import { assertion, assertionShape } from './assertion.ts';

const shape = assertionShape.extend({
  aboutActor: actorRef(docOf('Claim', 'aboutActor')).optional(),
  aboutProposal: slug(docOf('Claim', 'aboutProposal')).optional(),
  aboutEvent: slug(docOf('Claim', 'aboutEvent')).optional(),
  key: slug(docOf('Claim', 'key')),
  value: text(docOf('Claim', 'value'), 'ours'),
  amount: amount.optional().describe(docOf('Claim', 'amount')),
  amountTo: amount.optional().describe(docOf('Claim', 'amountTo')),
  comparator: oneOf('Comparator', docOf('Claim', 'comparator')).optional(),
  unit: unit.optional(),
  convertedFrom: ref(docOf('Claim', 'convertedFrom')).optional(),
});
type Item = z.output<typeof shape>;

export const claim = assertion<Item>({
  model: 'Claim',
  shape,
  subjects: ({ aboutActor, aboutProposal, aboutEvent, key, ...fact }, context) => [
    aboutActor && context.fullName('Actor', aboutActor),
    aboutProposal,
    aboutEvent,
    key,
    fact.amount === undefined ? fact.value : decimal(fact.amount),
    fact.unit,
  ],
  proposals: ({ aboutProposal }) => [aboutProposal],
  subtype(value, context, id) {
    context.exactlyOne(value, 'aboutActor', 'aboutProposal', 'aboutEvent');
    checkAmount(value, context);
    if (value.convertedFrom !== undefined && value.convertedFrom === value.ref) {
      context.problem(
        'a claim cannot be converted from itself: name the claim with the original amount',
        'convertedFrom',
      );
    }
    context.add('Claim', {
      id,
      aboutActorId: context.optionalRef('Actor', value.aboutActor, 'aboutActor'),
      aboutProposalId: context.optionalRef('Proposal', value.aboutProposal, 'aboutProposal'),
      aboutEventId: context.optionalRef('Event', value.aboutEvent, 'aboutEvent'),
      key: context.ref('ClaimKey', value.key, 'key'),
      value: value.value,
      amount: value.amount === undefined ? null : decimal(value.amount),
      amountTo: value.amountTo === undefined ? null : decimal(value.amountTo),
      comparator: value.comparator ?? null,
      unit: value.unit ?? null,
      convertedFromId: context.optionalRef('Claim', value.convertedFrom, 'convertedFrom'),
    });
  },
  entry(id, context) {
    const { key, value, comparator, unit, ...row } = context.get('Claim', id);
    return {
      aboutActor: context.ref('Actor', row.aboutActorId),
      aboutProposal: context.ref('Proposal', row.aboutProposalId),
      aboutEvent: context.ref('Event', row.aboutEventId),
      key,
      value,
      amount: row.amount === null ? null : amountEntry(row.amount),
      amountTo: row.amountTo === null ? null : amountEntry(row.amountTo),
      comparator,
      unit,
      convertedFrom: context.ref('Claim', row.convertedFromId),
    };
  },
});

function checkAmount(value: Item, context: EntryContext): void {
  if (value.amount === undefined) {
    for (const field of ['amountTo', 'comparator', 'unit', 'convertedFrom'] as const) {
      if (value[field] !== undefined) context.problem(`"${field}" needs an amount: add "amount" or remove it`, field);
    }
  } else if (value.comparator === undefined) {
    context.problem(`missing field "comparator": accepted are ${Object.keys(enums.Comparator.values).join(', ')}`);
  }
  if (
    value.amount !== undefined &&
    value.amountTo !== undefined &&
    compareDecimals(decimal(value.amountTo), decimal(value.amount)) < 0
  ) {
    context.problem('the upper end of the range is below the lower end', 'amountTo');
  }
}

/** A number as PostgreSQL prints a numeric, without exponent, leading or trailing zeros, or negative zero. */
function decimal(number: number | string): string {
  const plain = typeof number === 'string' ? number : plainDecimal(number);
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(plain) ?? [];
  const digits = `${whole}${fraction && `.${fraction}`}`;
  return digits === '0' ? digits : `${sign}${digits}`;
}

/** A number if it keeps every digit, otherwise a string. */
function amountEntry(digits: string): number | string {
  const number = Number(digits);
  return String(number) === digits && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : digits;
}
