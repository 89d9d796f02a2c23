import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { mayBeRounded } from '../text/decimal.ts';
import type { PothosBuilder } from './entity.ts';

/** Adds the scalars Date, DateTime and Decimal. They travel as strings; Decimal also takes numbers. */
export function scalars(builder: PothosBuilder): void {
  builder.scalarType('Date', {
    description: 'A day of the Gregorian calendar, as YYYY-MM-DD. Example: "2025-12-15".',
    ...strict(date, [Kind.STRING], 'a Date: write a day of the calendar as "2025-12-15"'),
  });
  builder.scalarType('DateTime', {
    description: 'A moment in UTC, as YYYY-MM-DDTHH:MM:SS.mmmZ (RFC 3339). Example: "2025-12-16T06:05:00.000Z".',
    ...strict(dateTime, [Kind.STRING], 'a DateTime: write a moment as "2025-12-16T06:05:00Z"'),
  });
  builder.scalarType('Decimal', {
    description:
      'An exact decimal number. Answers give it as a string, so that no digit is lost; arguments take a string or a number. In variables, numbers with more than 15 digits must be strings. Amounts are whole units: a billion is "1000000000".',
    ...strict(
      decimal,
      [Kind.STRING, Kind.INT, Kind.FLOAT],
      'a Decimal: write a number, or a string like "210000000000"',
    ),
  });
}

/** A scalar without conversion, whose errors quote the value and say what is accepted. */
function strict(isValue: (text: string) => boolean, kinds: readonly string[], what: string) {
  const rejection = (value: unknown, node?: ValueNode) =>
    new GraphQLError(`${JSON.stringify(value)?.slice(0, 60)} is not ${what}`, { nodes: node ?? null });
  return {
    serialize: (value: string) => value,
    parseValue: (value: unknown): string => {
      const isNumber = typeof value === 'number' && kinds.includes(Kind.FLOAT);
      if (isNumber && mayBeRounded(value))
        throw new GraphQLError(`${value} may have been rounded: write a number with more than 15 digits as a string`);
      const text = isNumber ? String(value) : value;
      if (typeof text === 'string' && isValue(text)) return text;
      throw rejection(value);
    },
    parseLiteral: (node: ValueNode): string => {
      const text = 'value' in node && kinds.includes(node.kind) ? String(node.value) : undefined;
      if (text !== undefined && isValue(text)) return text;
      throw rejection('value' in node ? node.value : node.kind, node);
    },
  };
}

function date(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text);
}

function dateTime(text: string): boolean {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;
  return shape.test(text) && isCalendarDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

function decimal(text: string): boolean {
  return /^-?\d{1,100}(\.\d{1,100})?([eE][+-]?\d{1,2})?$/.test(text);
}

function isCalendarDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !value.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
