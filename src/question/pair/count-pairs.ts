import { models } from '../../model/model.ts';
import { where } from '../../query/filter/where.ts';
import { inputType } from '../../query/list/list.ts';
import { optional } from '../../query/list/page.ts';
import type { RootField } from '../../query/root-field.ts';
import { reject } from '../../query/sql/rejection.ts';
import { From, type Row, tableRow } from '../../query/sql/row.ts';
import { literal, raw, type Sql, sql, yes } from '../../query/sql/sql.ts';
import { actorId } from '../actor-ref/actor-id.ts';
import type { TieKind } from '../tie/shared-ties.ts';

/** Maximum number of mentions, participations or positions that pairs are made of, and of pairs in them with repetition: a few seconds on a server. */
export const MAX_PAIR_ENDS = 500_000;
export const MAX_PAIR_TIES = 2_000_000;

const FEWER = 'use a narrower `where`, for example { person: {}, mentions: { count: { gte: 10 } } }';

const ENDS: Readonly<Partial<Record<TieKind, string>>> = {
  MENTIONED_TOGETHER: 'mentions',
  MET: 'participations',
  SAME_SIDE: 'positions',
  OPPOSITE_SIDES: 'positions',
};

/**
 * SQL of all pairs, or of the pairs of one actor (then `a`), with the columns `aId`, `bId` and `count`. Checks the number
 * of ends and ties before making pairs of them.
 */
export function countPairs({ aliases, node, field, args }: RootField): Sql {
  const kind = args.kind as TieKind;
  const key = node.alias?.value ?? node.name.value;
  const actor = tableRow(new From(aliases), models.Actor);
  const filter = optional<object>(args.where);
  const condition = filter && where(actor, inputType(field, 'where'), { value: filter });
  const rejected: Reject = (message) => reject({ code: 'COST_EXCEEDED', message, key });
  const one = optional<object>(args.with);
  return one
    ? pairsOfOne(actorId('with', one, key), { kind, actor, condition, rejected })
    : pairsOfAll({ kind, actor, condition, rejected });
}

type Reject = (message: Sql) => Sql;

interface Counted {
  readonly kind: TieKind;
  /** An actor in a pair: either of the two, or with `with` the other one. */
  readonly actor: Row;
  readonly condition: Sql | undefined;
  readonly rejected: Reject;
}

function pairsOfAll({ kind, actor, condition = yes, rejected }: Counted): Sql {
  const tooManyEnds = rejected(
    sql`${`pairs: the actors that match \`where\` have more than ${MAX_PAIR_ENDS} ${ENDS[kind]}, which is the limit: ${FEWER}`}::text`,
  );
  const tooManyTies = rejected(
    sql`format(${`pairs: the actors that match \`where\` make %s pairs, counting repetitions; the limit is ${MAX_PAIR_TIES}: ${FEWER}`}::text, n)`,
  );
  // Two actors can share a proposal twice if one of them is on both sides.
  const number = kind.endsWith('_SIDE') || kind.endsWith('_SIDES') ? sql`distinct x."contextId"` : raw('*');
  return sql`with ends as materialized (select ${actor.column('id')} as "id", row_number() over (order by ${actor.column('sortKey')}, ${actor.column('id')}) as place from ${actor.from.sql} where ${condition}),
read as materialized (select e.place, t."contextId", t."end", t."otherEnd" from ends e join "ActorTie" t on t."actorId" = e."id" where t."kind" = ${literal(kind)} and t."counts" limit ${MAX_PAIR_ENDS + 1}::int),
ties as materialized (select distinct * from read),
bound as materialized (select sum(n * (n - 1) / 2) as n from (select count(*) as n from ties group by "contextId") c),
counted as (select x.place as a, y.place as b, count(${number})::int as "count" from ties x join ties y on y."contextId" = x."contextId" and y."end" = x."otherEnd" and x.place < y.place where (select case when count(*) > ${MAX_PAIR_ENDS}::int then ${tooManyEnds} end is null from read) and (select case when n > ${MAX_PAIR_TIES}::int then ${tooManyTies} end is null from bound) group by 1, 2)
select a."id" as "aId", b."id" as "bId", c."count" from counted c join ends a on a.place = c.a join ends b on b.place = c.b`;
}

/** Reads the ties of one actor, then the ties of other actors in the same contexts. */
function pairsOfOne(id: Sql, { kind, actor, condition, rejected }: Counted): Sql {
  const tooManyEnds = rejected(
    sql`${`pairs: the actors that match \`where\` and \`with\` have more than ${MAX_PAIR_ENDS} ${ENDS[kind]} together, which is the limit: ${FEWER}`}::text`,
  );
  const others = condition
    ? sql` and y."actorId" in (select ${actor.column('id')} from ${actor.from.sql} where ${condition})`
    : raw('');
  return sql`with one as materialized (select ${id} as "id"),
own as materialized (select "contextId", "otherEnd" from "ActorTie" where "kind" = ${literal(kind)} and "counts" and "actorId" = (select "id" from one) limit ${MAX_PAIR_ENDS + 1}::int),
ties as materialized (select distinct * from own),
read as materialized (select y."actorId", y."contextId" from ties x join "ActorTie" y on y."contextId" = x."contextId" and y."end" = x."otherEnd" where y."kind" = ${literal(kind)} and y."counts" and y."actorId" <> (select "id" from one)${others} limit ${MAX_PAIR_ENDS + 1}::int)
select (select "id" from one) as "aId", "actorId" as "bId", count(distinct "contextId")::int as "count" from read where (select case when (select count(*) from own) + (select count(*) from read) > ${MAX_PAIR_ENDS}::int then ${tooManyEnds} end is null) group by "actorId"`;
}
