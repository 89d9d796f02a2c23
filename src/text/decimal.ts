/** Whether a number in a YAML or JSON file is written in decimal digits, without leading zeros. */
export function isDecimal(source: string): boolean {
  return /^[-+]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(source);
}

/** Whether a decimal is printed as this number: 1.50 is 1.5, but 90071992547409.123456 is rounded. */
export function isExact(source: string, number: number): boolean {
  return Number.isFinite(number) && significant(source) === significant(String(number));
}

/** Whether a number may have been rounded when JSON was read: a double keeps 15 digits, and not always more. */
export function mayBeRounded(number: number): boolean {
  return parts(String(number)).digits.length > 15;
}

/** The digits of a number without exponent: 1e-7 is 0.0000001. */
export function plainDecimal(number: number): string {
  const { sign, digits, exponent } = parts(String(number));
  if (digits === '') return '0';
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Compares decimals without exponent exactly: negative if `a` is less than `b`. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  const least = Math.min(left.exponent, right.exponent);
  const whole = ({ sign, digits, exponent }: Parts) => BigInt(`${sign}${digits || '0'}${'0'.repeat(exponent - least)}`);
  const [x, y] = [whole(left), whole(right)];
  return x < y ? -1 : x > y ? 1 : 0;
}

interface Parts {
  readonly sign: '' | '-';
  /** Without leading and trailing zeros. */
  readonly digits: string;
  /** The number is `digits` times ten to this power. */
  readonly exponent: number;
}

function parts(source: string): Parts {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(source) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  if (short === '') return { sign: '', digits: '', exponent: 0 };
  return {
    sign: sign === '-' ? '-' : '',
    digits: short,
    exponent: Number(exponent) - fraction.length + digits.length - short.length,
  };
}

function significant(source: string): string {
  const { sign, digits, exponent } = parts(source);
  return `${sign}${digits}e${exponent}`;
}
