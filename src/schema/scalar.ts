import { GraphQLError, Kind, type ValueNode } from 'graphql';
import type { Builder } from './builder.ts';

/** Adds the scalars Date, DateTime and Decimal. They travel as strings; Decimal also takes numbers. */
export function scalars(builder: Builder): void {
  builder.scalarType('Date', {
    description: 'A day of the Gregorian calendar, as YYYY-MM-DD. Example: "2025-12-15".',
    serialize: (value) => value,
    parseValue: date,
  });
  builder.scalarType('DateTime', {
    description: 'A moment in UTC, as YYYY-MM-DDTHH:MM:SS.mmmZ (RFC 3339). Example: "2025-12-16T06:05:00.000Z".',
    serialize: (value) => value,
    parseValue: dateTime,
  });
  builder.scalarType('Decimal', {
    description:
      'An exact decimal number. Answers give it as a string, so that no digit is lost; arguments take a string or a number. Amounts are whole units: a billion is "1000000000".',
    serialize: (value) => value,
    parseValue: decimal,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING) return decimal(node.value);
      throw new GraphQLError('a Decimal is a number, or a string like "210000000000"', { nodes: node });
    },
  });
}

function date(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isCalendarDate(value)) return value;
  throw new GraphQLError(`${show(value)} is no Date: write a day of the calendar as "2025-12-15"`);
}

function dateTime(value: unknown): string {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;
  if (
    typeof value === 'string' &&
    shape.test(value) &&
    isCalendarDate(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value))
  )
    return value;
  throw new GraphQLError(`${show(value)} is no DateTime: write a moment as "2025-12-16T06:05:00Z"`);
}

function decimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,100}(\.\d{1,100})?([eE][+-]?\d{1,2})?$/.test(text)) return text;
  throw new GraphQLError(`${show(value)} is no Decimal: write a number, or a string like "210000000000"`);
}

function isCalendarDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !value.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? String(value);
}
