import { literal, type Sql, sql } from '../../query/sql/sql.ts';

/** What ties two actors, in the order in which paths prefer them: the kinds of the view "ActorTie". */
export const TIE_KINDS = ['MET', 'MENTIONED_TOGETHER', 'TITLE', 'MEMBER', 'SAME_SIDE', 'OPPOSITE_SIDES'] as const;

export type TieKind = (typeof TIE_KINDS)[number];

/**
 * SQL of what two actors have in common: the `contextId` of each tie, and the `end` of the first. An intersection, since
 * PostgreSQL expects few ties of anybody: it would join those of two who have many row by row.
 */
export function sharedBy(kind: TieKind, a: Sql, b: Sql): Sql {
  return sql`select "contextId", "end" from "ActorTie" where ${ofActor(kind, a)} intersect select "contextId", "otherEnd" from "ActorTie" where ${ofActor(kind, b)}`;
}

/** SQL of the assertions that document what two actors have in common, of either end. */
export function assertionsOfTies(kind: TieKind, a: Sql, b: Sql): Sql {
  return sql`with shared as materialized (${sharedBy(kind, a, b)}) select "assertionId" from "ActorTie" where ${ofActor(kind, a)} and ("contextId", "end") in (select * from shared) union all select "assertionId" from "ActorTie" where ${ofActor(kind, b)} and ("contextId", "otherEnd") in (select * from shared)`;
}

/** The ties of an actor. The kind is no parameter, so that the planner sees which tables the view stands for. */
function ofActor(kind: TieKind, actor: Sql): Sql {
  return sql`"kind" = ${literal(kind)} and "counts" and "actorId" = ${actor}`;
}
