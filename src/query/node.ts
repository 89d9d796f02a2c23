import { type GraphQLObjectType, isObjectType, type SelectionSetNode } from 'graphql';
import { type ModelName, models } from '../model/model.ts';
import type { Context } from './collect.ts';
import { selectEntity } from './select.ts';
import { type Aliases, From, tableRow } from './sql/row.ts';
import { and, list, literal, type Sql, sql } from './sql/sql.ts';

interface NodeSelection {
  /** SQL of a global id. */
  readonly id: Sql;
  /** The models to look in. */
  readonly models: readonly ModelName[];
  readonly sets: readonly SelectionSetNode[];
}

/** The selection's JSON object for the row with this id, of any of the models; null for an unknown id. */
export function selectNode(context: Context, aliases: Aliases, { id, models: wanted, sets }: NodeSelection): Sql {
  const branches = wanted.map((model) => {
    const row = tableRow(new From(aliases), models[model]);
    const object = selectEntity(context, row, { type: objectType(context, model), sets, abstract: true });
    const condition = and([sql`${row.column('id')} = ${id}`, row.isOfType()]);
    return sql`when ${literal(model)} then (select ${object} from ${row.from.sql} where ${condition})`;
  });
  return branches.length ? sql`case split_part(${id}, '_', 1) ${list(branches, ' ')} end` : sql`null::json`;
}

/** The GraphQL object type of a model. */
export function objectType(context: Context, model: ModelName): GraphQLObjectType {
  const type = context.schema.getType(model);
  if (!isObjectType(type)) throw new Error(`${model} is not an object type`);
  return type;
}
