import { literal, type Sql, sql } from './sql.ts';

/** What ties two actors, in the order in which paths prefer them: the kinds of the view "ActorTie". */
export const TIE_KINDS = ['MET', 'MENTIONED_TOGETHER', 'TITLE', 'MEMBER', 'SAME_SIDE', 'OPPOSITE_SIDES'] as const;

export type TieKind = (typeof TIE_KINDS)[number];

/** What two actors have in common, as FROM and WHERE: `x` is the end of one, `y` that of the other. */
export function tiesBetween(kind: TieKind, a: Sql, b: Sql): Sql {
  // Without parameters, so that the planner sees which tables the view stands for.
  const ofKind = literal(kind);
  return sql`"ActorTie" x join "ActorTie" y on y."contextId" = x."contextId" and y."end" = x."otherEnd" where x."kind" = ${ofKind} and x."counts" and x."actorId" = ${a} and y."kind" = ${ofKind} and y."counts" and y."actorId" = ${b}`;
}
