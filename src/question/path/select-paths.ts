import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { badUserInput } from '../../errors.ts';
import { type Column, type Model, models, type Relation } from '../../model/model.ts';
import { collectFields, setsOf } from '../../query/collect.ts';
import { derivedRow } from '../../query/list/list.ts';
import { optional } from '../../query/list/page.ts';
import type { RootField } from '../../query/root-field.ts';
import { selectEntity } from '../../query/select.ts';
import type { Row } from '../../query/sql/row.ts';
import { jsonObject, literal, type Sql, sql } from '../../query/sql/sql.ts';
import { COUNT } from '../../query/sql/value.ts';
import { actorId } from '../actor-ref/actor-id.ts';
import { TIE_KINDS, type TieKind } from '../tie/shared-ties.ts';

/** Maxima and defaults of `maxLength` and `first`. */
export const MAX_PATH_LENGTH = 6;
export const DEFAULT_LENGTH = 4;
export const MAX_PATHS = 100;
export const DEFAULT_PATHS = 5;

/** Maximum number of rows that one search reads: about a second on a server. */
export const MAX_ROWS_READ = 1_000_000;

const TEXT: Column = { type: 'String', enum: null, nullable: true, list: false, sortKey: null, doc: '' };

function reference(model: Relation['model'], from: string, nullable: boolean): Relation {
  return { model, many: false, nullable, from, to: 'id', through: null, doc: '' };
}

/** A step of a path as a row, with the columns of the database functions "paths" and "tieEvidence". */
const STEP: Model = {
  ...models.Actor,
  supertype: null,
  columns: {
    kind: TEXT,
    path: COUNT,
    step: COUNT,
    fromId: TEXT,
    toId: TEXT,
    articleId: TEXT,
    eventId: TEXT,
    proposalId: TEXT,
  },
  relations: {
    from: reference('Actor', 'fromId', false),
    to: reference('Actor', 'toId', false),
    article: reference('Article', 'articleId', true),
    event: reference('Event', 'eventId', true),
    proposal: reference('Proposal', 'proposalId', true),
  },
};

/**
 * The root field `paths`: a JSON list of the shortest paths between two actors; for a download, a SELECT of them. The
 * search is the database function "paths" (see its migration), so it is part of the operation's one statement.
 */
export function selectPaths(request: RootField): Sql {
  const { field, args } = request;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} is not a list of paths`);
  const key = request.node.alias?.value ?? request.node.name.value;
  const via = optional<readonly TieKind[]>(args.via);
  const kinds = TIE_KINDS.filter((kind) => via?.includes(kind) ?? true);
  const longest = within('maxLength', optional<number>(args.maxLength) ?? DEFAULT_LENGTH, [1, MAX_PATH_LENGTH]);
  const wanted = within('first', optional<number>(args.first) ?? DEFAULT_PATHS, [0, MAX_PATHS]);
  const found = sql`"paths"(${actorId('from', args.from, key)}, ${actorId('to', args.to, key)}, ${kinds}::text[], ${longest}::int, ${wanted}::int, ${MAX_ROWS_READ}::int, ${key}::text)`;
  const steps = sql`select p.*, e.* from ${found} p, lateral "tieEvidence"(p."kind", p."fromId", p."toId") e`;
  const row = derivedRow(request.aliases, STEP, steps);
  const path = request.aliases.next();
  const value = selectPath(request, row, type);
  const all = sql`(select ${row.column('path')} as place, ${value} as value from ${row.from.sql} group by ${row.column('path')}) ${path}`;
  return request.context.asRows
    ? sql`(select ${path}.value::text as row from ${all} order by ${path}.place)`
    : sql`(select coalesce(json_agg(${path}.value order by ${path}.place), '[]'::json) from ${all})`;
}

/** The maximum number of rows: `first` paths of `maxLength` steps, with `inside` rows below each step. */
export function rowsOfPaths({ first, maxLength }: Readonly<Record<string, unknown>>, inside: number): number {
  const paths = optional<number>(first) ?? DEFAULT_PATHS;
  return paths * (1 + (optional<number>(maxLength) ?? DEFAULT_LENGTH) * inside);
}

/** The JSON object of one path, aggregated over its steps. */
function selectPath({ context, nodes }: RootField, row: Row, type: GraphQLObjectType): Sql {
  return jsonObject(
    [...collectFields(context, type, setsOf(nodes))].map(([key, inner]): readonly [string, Sql] => {
      const name = inner[0]?.name.value ?? '';
      if (name === '__typename') return [key, literal(type.name)];
      if (name === 'number') return [key, row.column('path')];
      if (name === 'length') return [key, sql`count(*)`];
      const step = getNamedType(type.getFields()[name]?.type);
      if (name !== 'steps' || !isObjectType(step)) throw new Error(`${type.name}.${name} has no mapping`);
      const value = selectEntity(context, row, { type: step, sets: setsOf(inner) });
      return [key, sql`json_agg(${value} order by ${row.column('step')})`];
    }),
  );
}

function within(argument: string, value: number, [min, max]: readonly [number, number]): number {
  if (value >= min && value <= max) return value;
  throw badUserInput(`${argument}: ${value} is out of range: accepted are ${min} to ${max}`);
}
