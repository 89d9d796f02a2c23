import { getArgumentValues, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { badUserInput } from '../errors.ts';
import { type ModelName, models } from '../model/model.ts';
import { type Context, setsOf } from './collect.ts';
import { MAX_ROWS } from './limit/limit.ts';
import { mappingOf, modelNameOf } from './mapping.ts';
import { objectType, selectNode } from './node.ts';
import type { RootField, RootRequest } from './root-field.ts';
import { selectEntity, selectList } from './select.ts';
import { From, type Row, tableRow } from './sql/row.ts';
import { and, ident, nothing, raw, type Sql, sql } from './sql/sql.ts';

/** The SQL of a root field's JSON value; undefined for a field without a mapping (introspection). */
export function selectRoot(asked: RootRequest): Sql | undefined {
  const { type, node, nodes, context, aliases } = asked;
  const field = type.getFields()[node.name.value];
  const mapping = field && mappingOf(field);
  if (!field || !mapping) return undefined;
  const args = getArgumentValues(field, node, context.variables);
  const request: RootField = { ...asked, field, args };
  switch (mapping.kind) {
    case 'list': {
      const target = getNamedType(field.type);
      if (!isObjectType(target)) throw new Error(`${field.name} is not a connection`);
      return selectList(
        context,
        { aliases, model: models[mapping.model], field, args, scope: context.scope },
        { type: target, sets: setsOf(nodes) },
      );
    }
    case 'bySlug':
      return selectOne(request, mapping.model, (row) => [
        mapping.history ? hadSlug(row, mapping.history, args.slug) : sql`${row.column('slug')} = ${args.slug}::text`,
      ]);
    case 'only':
      return selectOne(request, mapping.model, () => []);
    case 'latest':
      return selectOne(request, mapping.model, () => [], 'number');
    case 'node': {
      const id = String(args.id);
      const model = modelOfId(context, id);
      return model ? selectOne(request, model, (row) => [sql`${row.column('id')} = ${id}::text`]) : nothing;
    }
    case 'nodes':
      return selectNodes(request, (args.ids as readonly unknown[]).map(String));
    case 'custom':
      return mapping.compile(request);
    default:
      throw new Error(`a root field cannot have a mapping of kind ${mapping.kind}`);
  }
}

/** One row, or null. With `greatest`, the row with the greatest value of that column. */
function selectOne(request: RootField, model: ModelName, conditions: (row: Row) => Sql[], greatest?: string): Sql {
  const { context, aliases, field, node, nodes } = request;
  const declared = getNamedType(field.type);
  const abstract = mappingOf(field)?.kind === 'node';
  const target = abstract ? objectType(context, model) : declared;
  if (!isObjectType(target) && !isInterfaceType(target)) throw new Error(`${node.name.value} is not an entity`);
  const row = tableRow(new From(aliases), models[model]);
  const object = selectEntity(context, row, { type: target, sets: setsOf(nodes), abstract });
  const condition = and([...conditions(row), row.isOfType()]);
  const first = greatest ? sql` order by ${row.column(greatest)} desc limit 1` : raw('');
  return sql`(select ${object} from ${row.from.sql} where ${condition}${first})`;
}

function hadSlug(row: Row, history: string, slug: unknown): Sql {
  const model = row.model.supertype ? models[row.model.supertype.model] : row.model;
  const relation = model.relations[history];
  if (!relation) throw new Error(`${model.name} has no relation ${history}`);
  const table = ident(models[relation.model].table);
  return sql`${row.column(relation.from)} = (select ${ident(relation.to)} from ${table} where "slug" = ${slug}::text)`;
}

function selectNodes(request: RootField, ids: readonly string[]): Sql {
  if (ids.length > MAX_ROWS)
    throw badUserInput(`ids has ${ids.length} values; the limit is ${MAX_ROWS}: split them over several operations`);
  const { context, aliases, nodes } = request;
  const wanted = [...new Set(ids.flatMap((id) => modelOfId(context, id) ?? []))];
  const alias = aliases.next();
  const value = selectNode(context, aliases, { id: sql`${alias}.id`, models: wanted, sets: setsOf(nodes) });
  return sql`(select coalesce(json_agg(${value} order by ${alias}.place), '[]'::json) from unnest(${ids}::text[]) with ordinality ${alias}(id, place))`;
}

/** The model that an id names, if it is a Node of the API. */
function modelOfId(context: Context, id: string): ModelName | undefined {
  const type = context.schema.getType(id.slice(0, id.indexOf('_')));
  if (!isObjectType(type) || !type.getInterfaces().some((i) => i.name === 'Node')) return undefined;
  return modelNameOf(type);
}
