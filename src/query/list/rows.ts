import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { badUserInput } from '../../errors.ts';
import { type Context, collectFields, setsOf } from '../collect.ts';
import { and, raw, type Sql, sql } from '../sql/sql.ts';
import type { ConnectionRequest } from './connection-request.ts';
import { beyond, fingerprintOf, readCursor } from './cursor.ts';
import { orderBy } from './order.ts';
import { optional, readPage } from './page.ts';

/**
 * The rows of a connection as a SELECT of one text column: a JSON object for each node in order. All rows by default and
 * without a maximum, because they are streamed.
 */
export function rowsOf(context: Context, { list, type, sets, args, select }: ConnectionRequest): Sql {
  const { first, offset, cursor } = readPart(args);
  const nodes = [...collectFields(context, type, sets).values()].flat();
  const node = getNamedType(type.getFields().nodes?.type);
  if (!isObjectType(node) && !isInterfaceType(node)) throw new Error(`${type.name}.nodes is not a list of entities`);
  const { row, conditions, keys } = list.rows(first === undefined);
  const values =
    cursor === undefined ? undefined : readCursor(cursor, fingerprintOf(list.identity), { keys, argument: 'after' });
  const value = select(row, node, setsOf(nodes));
  const condition = and([...conditions, ...(values ? [beyond(keys, values, false)] : []), row.isOfType()]);
  const limit = first === undefined ? raw('') : sql` limit ${first}::bigint`;
  const skip = offset === 0 ? raw('') : sql` offset ${offset}::int`;
  return sql`(select ${value}::text as row from ${row.from.sql} where ${condition} order by ${orderBy(keys, false)}${limit}${skip})`;
}

function readPart({ first, after, last, before, offset }: Readonly<Record<string, unknown>>) {
  if (optional(last) !== undefined || optional(before) !== undefined)
    throw badUserInput(
      'last and before are not accepted in a download: reverse the order with orderBy, and use first, after or offset',
    );
  const size = optional<number>(first);
  if (size !== undefined && size < 0)
    throw badUserInput(
      `first: ${size} is out of range: accepted are 0 and more; without first, all rows are downloaded`,
    );
  return { ...readPage({ after, offset }), first: size };
}
