import { reject } from '../../query/sql/rejection.ts';
import { type Sql, sql } from '../../query/sql/sql.ts';

/**
 * SQL of the id of the actor that an ActorRef names. An unknown actor is rejected with NOT_FOUND, at the root field with the response
 * `key`: an empty answer would look like a fact.
 */
export function actorId(argument: string, reference: unknown, key: string): Sql {
  const { id, slug } = reference as { readonly id?: unknown; readonly slug?: unknown };
  const [name, value] = slug === undefined ? ['id', String(id)] : ['slug', String(slug)];
  const found =
    name === 'id'
      ? sql`select "id" from "Actor" where "id" = ${value}::text`
      : sql`select "actorId" from "ActorSlug" where "slug" = ${value}::text`;
  const message = `${argument}: no actor has the ${name} "${value.slice(0, 100)}": find it with \`actors\` or \`search\``;
  return sql`coalesce((${found}), ${reject({ code: 'NOT_FOUND', message: sql`${message}::text`, key })})`;
}
