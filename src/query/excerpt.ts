import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { type Context, collectFields } from './collect.ts';
import type { Excerpt } from './mapping.ts';
import type { Row } from './sql/row.ts';
import { jsonObject, literal, raw, type Sql, sql } from './sql/sql.ts';

/** Maximum number of code points shown before and after a span. */
const AROUND = raw('200');

/** The part of a text between the row's `start` and `end`; null without a text. */
export function selectExcerpt(row: Row, { path, column }: Excerpt): Sql {
  return spanOf(bodyOf(row, { path, column }), row);
}

/** The same with up to 200 code points before and after it, in whole words. Null without a text. */
export function selectContext(
  context: Context,
  row: Row,
  {
    path,
    column,
    type,
    sets,
  }: Excerpt & { readonly type: GraphQLObjectType; readonly sets: readonly SelectionSetNode[] },
): Sql {
  const body = bodyOf(row, { path, column });
  const values: Readonly<Record<string, () => Sql>> = {
    __typename: () => literal(type.name),
    before: () => before(body, row.column('start')),
    text: () => spanOf(body, row),
    after: () => after(body, row.column('end')),
  };
  const entries = [...collectFields(context, type, sets)].map(([key, [node]]): readonly [string, Sql] => {
    const value = values[node?.name.value ?? ''];
    if (!value) throw new Error(`${type.name}.${node?.name.value} has no mapping`);
    return [key, value()];
  });
  return sql`case when ${body} is not null then ${jsonObject(entries)} end`;
}

function bodyOf(row: Row, { path, column }: Excerpt): Sql {
  return path.reduce((at, relation) => at.one(relation), row).column(column);
}

// PostgreSQL counts code points, as offsets do: the encoding of the database is UTF8.
function spanOf(body: Sql, row: Row): Sql {
  const [start, end] = [row.column('start'), row.column('end')];
  return sql`substring(${body} from ${start} + 1 for ${end} - ${start})`;
}

function before(body: Sql, start: Sql): Sql {
  const text = sql`substring(${body} from greatest(${start} - ${AROUND}, 0) + 1 for least(${start}, ${AROUND}))`;
  return sql`case when ${start} > ${AROUND} then regexp_replace(${text}, ${raw(String.raw`'^\S*\s+'`)}, '') else ${text} end`;
}

function after(body: Sql, end: Sql): Sql {
  const text = sql`substring(${body} from ${end} + 1 for ${AROUND})`;
  return sql`case when length(${body}) > ${end} + ${AROUND} then regexp_replace(${text}, ${raw(String.raw`'\s+\S*$'`)}, '') else ${text} end`;
}
