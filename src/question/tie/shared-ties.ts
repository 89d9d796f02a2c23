import { literal, type Sql, sql } from '../../query/sql/sql.ts';

/** The kinds of ties in the view "ActorTie", in the order in which paths prefer them. */
export const TIE_KINDS = ['MET', 'MENTIONED_TOGETHER', 'TITLE', 'MEMBER', 'SAME_SIDE', 'OPPOSITE_SIDES'] as const;

export type TieKind = (typeof TIE_KINDS)[number];

/**
 * SQL of what two actors have in common: the `contextId` of each shared tie, and the `end` of the first actor. An
 * INTERSECT, because PostgreSQL underestimates the ties of an actor and would join them with a nested loop.
 */
export function sharedBy(kind: TieKind, a: Sql, b: Sql): Sql {
  return sql`select "contextId", "end" from "ActorTie" where ${ofActor(kind, a)} intersect select "contextId", "otherEnd" from "ActorTie" where ${ofActor(kind, b)}`;
}

/** SQL of the assertions that document the shared ties of two actors. */
export function assertionsOfTies(kind: TieKind, a: Sql, b: Sql): Sql {
  return sql`with shared as materialized (${sharedBy(kind, a, b)}) select "assertionId" from "ActorTie" where ${ofActor(kind, a)} and ("contextId", "end") in (select * from shared) union all select "assertionId" from "ActorTie" where ${ofActor(kind, b)} and ("contextId", "otherEnd") in (select * from shared)`;
}

/** The condition for an actor's ties. The kind is a literal, so that the planner can leave out the view's other tables. */
function ofActor(kind: TieKind, actor: Sql): Sql {
  return sql`"kind" = ${literal(kind)} and "counts" and "actorId" = ${actor}`;
}
