import { badUserInput } from '../../errors.ts';
import { MAX_OFFSET, MAX_ROWS, PAGE_SIZE } from '../limit/limit.ts';

/** The paging arguments of a connection. */
export interface PageRequest {
  readonly size: number;
  readonly offset: number;
  readonly backwards: boolean;
  /** The value of `after`, or of `before` when paging backwards. */
  readonly cursor: string | undefined;
  readonly argument: 'after' | 'before';
}

/** Reads the paging arguments of a connection. Throws BAD_USER_INPUT if they cannot be combined or are out of range. */
export function readPage(args: Readonly<Record<string, unknown>>): PageRequest {
  const first = optional<number>(args.first);
  const last = optional<number>(args.last);
  const after = optional<string>(args.after);
  const before = optional<string>(args.before);
  const offset = optional<number>(args.offset);
  if (first !== undefined && last !== undefined)
    throw badUserInput('first and last cannot be combined: use one of them');
  if (after !== undefined && before !== undefined)
    throw badUserInput('after and before cannot be combined: use one of them');
  if (after !== undefined && offset !== undefined)
    throw badUserInput('after and offset cannot be combined: use one of them');
  if (before !== undefined && offset !== undefined)
    throw badUserInput('before and offset cannot be combined: use one of them');
  if (after !== undefined && last !== undefined)
    throw badUserInput('last and after cannot be combined: use first with after, or last with before');
  if (before !== undefined && first !== undefined)
    throw badUserInput('first and before cannot be combined: use first with after, or last with before');
  if (offset !== undefined && last !== undefined)
    throw badUserInput('last and offset cannot be combined: use offset with first');
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

/** The value of an optional argument: null and undefined mean that it is not set. */
export function optional<T>(value: unknown): T | undefined {
  return value === null || value === undefined ? undefined : (value as T);
}

function within(name: string, value: number | undefined, max: number): number | undefined {
  if (value === undefined || (value >= 0 && value <= max)) return value;
  const hint = name === 'offset' ? 'further rows are reached with `after`' : 'further rows are on the next page';
  throw badUserInput(`${name}: ${value} is out of range, accepted are 0 to ${max}: ${hint}`);
}
