import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { type Context, collectFields } from './collect.ts';
import type { Excerpt } from './mapping.ts';
import type { Row } from './sql/row.ts';
import { jsonObject, literal, raw, type Sql, sql } from './sql/sql.ts';

/** How many code points stand on each side of a span, at most. */
const AROUND = raw('200');

/** The part of a text that lies between the row's `start` and `end`: null where there is no text. */
export function selectExcerpt(row: Row, { path, column }: Excerpt): Sql {
  return spanOf(bodyOf(row, { path, column }), row);
}

/** The same with what stands before and after it: as near to 200 code points as whole words allow. Null where there is no text. */
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
    if (!value) throw new Error(`${type.name}.${node?.name.value} means nothing`);
    return [key, value()];
  });
  return sql`case when ${body} is not null then ${jsonObject(entries)} end`;
}

function bodyOf(row: Row, { path, column }: Excerpt): Sql {
  return path.reduce((at, relation) => at.one(relation), row).column(column);
}

// PostgreSQL counts characters as offsets do: a database of encoding UTF8 takes a code point for one.
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
