import type { ErrorCode } from '../errors.ts';

export interface Rejection {
  readonly code: ErrorCode;
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Rejects a request before GraphQL handles it, with one error in GraphQL's response format. */
export function errorResponse(
  { Response }: { readonly Response: typeof globalThis.Response },
  { code, message, ...init }: Rejection,
): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, init);
}
