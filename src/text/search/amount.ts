import { sortKey } from '../sort-key.ts';
import { LANGUAGES } from './calendar.ts';

/** Currencies whose sign several currencies share, or whose name others end with ("dollar"). */
const FIRST = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'RUB', 'UAH'];

/** The token of a number: `0n2p5` for 2.5. */
function numberToken(digits: string): string {
  return `0n${digits.replace('-', 'm').replace('.', 'p')}`;
}

/** The token of a unit: `0ueur`. */
function unitToken(unit: string): string {
  return `0u${unit.toLowerCase().replaceAll(/[^a-z]/g, '')}`;
}

/** The tokens that find an amount: its number, its number in thousands, millions or billions, and its unit. */
export function amountTokens(amounts: readonly (string | null)[], unit: string | null): readonly string[] {
  const numbers = amounts.flatMap((amount) => {
    if (amount === null) return [];
    const scale = [12, 9, 6, 3].find((zeros) => Math.abs(Number(amount)) >= 10 ** zeros) ?? 0;
    return [numberToken(amount), numberToken(shifted(amount, -scale))];
  });
  return [...new Set([...numbers, ...(numbers.length > 0 && unit !== null ? [unitToken(unit)] : [])])];
}

/** A decimal times a power of ten, exactly, without trailing zeros. */
function shifted(decimal: string, zeros: number): string {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + zeros;
  const padded = point > digits.length ? digits.padEnd(point, '0') : digits.padStart(digits.length - point + 1, '0');
  const at = point > 0 ? point : padded.length - (digits.length - point);
  const result = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
  return `${decimal.startsWith('-') ? '-' : ''}${result || '0'}`;
}

/** An amount in a query. */
export interface Amount {
  /** Tokens that a claim with the amount has. */
  readonly tokens: readonly string[];
  /** How many words of the query it takes: two for "210 billion". */
  readonly length: number;
}

/** The amount that begins the words of a query: "€210", "210 billion", "$1.5bn", "90%". */
export function amountIn([first = '', second = '']: readonly string[]): Amount | undefined {
  const [, before = '', number = '', after = ''] = /^([^\d]*?)(-?\d[\d.,]*)([^\d]*)$/u.exec(first) ?? [];
  const digits = plainNumber(number.replace(/[.,]$/, ''));
  if (digits === undefined) return undefined;
  const own = after.replaceAll(/[^\p{L}\p{Sc}%]/gu, '');
  const sign = unitOf(before.trim()) ?? unitOf(own);
  const zeros = scaleOf(own);
  if ((before !== '' && unitOf(before.trim()) === undefined) || (own !== '' && zeros === undefined && !sign))
    return undefined;
  const next = zeros === undefined ? scaleOf(second) : undefined;
  const unit = sign ?? (next === undefined && zeros === undefined ? unitOf(second) : undefined);
  const scale = zeros ?? next ?? 0;
  const takesNext = next !== undefined || (sign === undefined && unit !== undefined);
  return {
    tokens: [numberToken(shifted(digits, scale)), ...(unit === undefined ? [] : [unitToken(unit)])],
    length: takesNext ? 2 : 1,
  };
}

/** The unit of a word such as "€", "EUR", "euros" or "%". */
function unitOf(word: string): string | undefined {
  if (word === '') return undefined;
  if (word === '%' || word === 'percent') return 'PERCENT';
  return currencies().get(word);
}

function plainNumber(text: string): string | undefined {
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '');
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? text.replace(',', '.') : undefined;
}

const SHORT_SCALES: readonly (readonly [string, number])[] = [
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['mio', 6],
  ['b', 9],
  ['bn', 9],
  ['mrd', 9],
  ['tn', 12],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
];

let scales: Map<string, number> | undefined;

/** The power of ten that a word such as "billion", "bn" or "Milliarden" means. */
function scaleOf(word: string): number | undefined {
  if (word === '') return undefined;
  if (!scales) {
    scales = new Map(SHORT_SCALES);
    for (const language of LANGUAGES) {
      const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long' });
      for (const zeros of [3, 6, 9, 12]) {
        for (const times of [1, 2, 5]) {
          const parts = format.formatToParts(times * 10 ** zeros);
          const number = parts.find(({ type }) => type === 'integer')?.value;
          const name = sortKey(parts.find(({ type }) => type === 'compact')?.value ?? '');
          if (number === String(times) && name !== '' && !scales.has(name)) scales.set(name, zeros);
        }
      }
    }
  }
  return scales.get(word);
}

let units: Map<string, string> | undefined;

/** Codes of currencies by sign, code and English name. */
function currencies(): ReadonlyMap<string, string> {
  if (units) return units;
  units = new Map();
  for (const code of new Set([...FIRST, ...Intl.supportedValuesOf('currency')])) {
    const names = [code, currencyName(code, 'narrowSymbol', 1)];
    for (const count of [1, 2]) names.push(currencyName(code, 'name', count).split(' ').at(-1) ?? '');
    for (const name of names.map(sortKey)) if (name !== '' && !units.has(name)) units.set(name, code);
  }
  return units;
}

function currencyName(code: string, currencyDisplay: 'narrowSymbol' | 'name', count: number): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay });
  return format.formatToParts(count).find(({ type }) => type === 'currency')?.value ?? '';
}

/** The tokens of the signs of currencies in a sort key. */
export function signTokens(key: string): readonly string[] {
  const signs = key.match(/\p{Sc}/gu) ?? [];
  return [...new Set(signs)].flatMap((sign) => {
    const unit = unitOf(sign);
    return unit === undefined ? [] : [unitToken(unit)];
  });
}
