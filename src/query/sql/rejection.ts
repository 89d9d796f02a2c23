import { type FieldNode, GraphQLError } from 'graphql';
import type { ErrorCode } from '../../errors.ts';
import { type Sql, sql } from './sql.ts';

/** What PostgreSQL calls an error that the function "refuse" raised. */
const REJECTED = 'ONREC';

export interface Rejection {
  readonly code: ErrorCode;
  /** SQL of the message, which says what would pass. */
  readonly message: Sql;
  /** Response key of the root field that is rejected. */
  readonly key: string;
}

/** SQL that ends the statement with an error of ours, for what only the database can find out; as an expression it is a text. */
export function reject({ code, message, key }: Rejection): Sql {
  return sql`"refuse"(${code}::text, ${message}, ${key}::text)`;
}

/** The error that a statement meant for the client, at its root field among `fields`; undefined for any other. */
export function asRejection(
  error: unknown,
  fields?: ReadonlyMap<string, readonly FieldNode[]>,
): GraphQLError | undefined {
  if (!(error instanceof Error && 'code' in error && error.code === REJECTED)) return undefined;
  const { detail, hint } = error as { readonly detail?: string; readonly hint?: string };
  return new GraphQLError(error.message, {
    nodes: fields?.get(hint ?? '') ?? null,
    path: hint === undefined ? [] : [hint],
    extensions: { code: detail },
  });
}
