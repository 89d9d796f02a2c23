import { badUserInput } from '../../errors.ts';
import { MAX_OFFSET, MAX_ROWS, PAGE_SIZE } from '../limit/limit.ts';

/** Which rows of a list are asked for. */
export interface PageRequest {
  readonly size: number;
  readonly offset: number;
  readonly backwards: boolean;
  /** The cursor to go on from: `after`, or `before` when backwards. */
  readonly cursor: string | undefined;
  readonly argument: 'after' | 'before';
}

/** Reads the paging arguments of a connection. Throws BAD_USER_INPUT where they exclude each other or reach too far. */
export function readPage(args: Readonly<Record<string, unknown>>): PageRequest {
  const first = optional<number>(args.first);
  const last = optional<number>(args.last);
  const after = optional<string>(args.after);
  const before = optional<string>(args.before);
  const offset = optional<number>(args.offset);
  if (first !== undefined && last !== undefined)
    throw badUserInput('first and last exclude each other: ask for one end of the list');
  if (after !== undefined && before !== undefined)
    throw badUserInput('after and before exclude each other: page in one direction');
  if (after !== undefined && offset !== undefined)
    throw badUserInput('after and offset exclude each other: go on from a cursor or from a number');
  if (before !== undefined && offset !== undefined)
    throw badUserInput('before and offset exclude each other: go on from a cursor or from a number');
  if (after !== undefined && last !== undefined)
    throw badUserInput('after goes with first: to page backwards, use last with before');
  if (before !== undefined && first !== undefined)
    throw badUserInput('before goes with last: to page forwards, use first with after');
  if (offset !== undefined && last !== undefined)
    throw badUserInput('offset goes with first: it counts from the beginning of the list');
  const size = within('first', first, MAX_ROWS) ?? within('last', last, MAX_ROWS) ?? PAGE_SIZE;
  const backwards = last !== undefined || before !== undefined;
  return {
    size,
    offset: within('offset', offset, MAX_OFFSET) ?? 0,
    backwards,
    cursor: after ?? before,
    argument: backwards ? 'before' : 'after',
  };
}

/** An argument that was not given, or given as null, is undefined. */
export function optional<T>(value: unknown): T | undefined {
  return value === null || value === undefined ? undefined : (value as T);
}

function within(name: string, value: number | undefined, most: number): number | undefined {
  if (value === undefined || (value >= 0 && value <= most)) return value;
  const hint = name === 'offset' ? 'go on with `after` and a cursor' : 'ask for the next page with its cursor';
  throw badUserInput(`${name}: ${value} is out of range: from 0 to ${most}; beyond that, ${hint}`);
}
