import { type FieldNode, GraphQLError } from 'graphql';
import type { ErrorCode } from '../../errors.ts';
import { type Sql, sql } from './sql.ts';

/** The SQLSTATE of errors raised by the database function "refuse". */
const REJECTED = 'ONREC';

export interface Rejection {
  readonly code: ErrorCode;
  /** SQL of the message, which says what is accepted. */
  readonly message: Sql;
  /** Response key of the rejected root field. */
  readonly key: string;
}

/** SQL that ends the statement with an error for the client. For checks that need the database. As an expression it is a text. */
export function reject({ code, message, key }: Rejection): Sql {
  return sql`"refuse"(${code}::text, ${message}, ${key}::text)`;
}

/** The GraphQLError of an error raised by `reject`, located at its root field in `fields`; undefined for any other error. */
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
