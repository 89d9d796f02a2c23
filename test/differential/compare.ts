import { type Column, type EnumName, enums } from '../../src/model/model.ts';
import type { Value } from './dataset.ts';

/** Negative if `a` comes before `b`. Never called with null. */
export type Comparison = (a: Value, b: Value) => number;

/** Compares values of a column: texts by code points, enums in the order of declaration, false before true. */
export function comparisonOf({ type, enum: name }: Pick<Column, 'type' | 'enum'>): Comparison {
  if (type === 'Enum' && name) return (a, b) => placeOf(name, a) - placeOf(name, b);
  if (type === 'Decimal') return (a, b) => sign(decimal(a) - decimal(b));
  if (type === 'Int' || type === 'Boolean') return (a, b) => Number(a) - Number(b);
  return (a, b) => compareText(String(a), String(b));
}

function placeOf(name: EnumName, value: Value): number {
  return Object.keys(enums[name].values).indexOf(String(value));
}

/** By code points, which is the order of the UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference) return difference;
  }
  return left.length - right.length;
}

const SCALE = 250;

/** A decimal number as a multiple of 10^-250. */
function decimal(value: Value): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value));
  if (!match) throw new Error(`${value} is no decimal number`);
  const [, minus, whole = '', fraction = '', exponent = '0'] = match;
  const amount = BigInt(whole + fraction) * 10n ** BigInt(SCALE + Number(exponent) - fraction.length);
  return minus ? -amount : amount;
}

/** A decimal number as the API shows it: without an exponent or trailing zeros of a fraction. */
export function decimalText(value: Value): string {
  const amount = decimal(value);
  const digits = String(amount < 0n ? -amount : amount).padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction ? `.${fraction}` : ''}`;
}

function sign(number: bigint): number {
  return number < 0n ? -1 : Number(number > 0n);
}
