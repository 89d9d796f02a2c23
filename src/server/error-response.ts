import type { ErrorCode } from '../errors.ts';

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer to a request that never becomes a question: one error in the shape that GraphQL gives them. */
export function errorResponse(
  { Response }: { readonly Response: typeof globalThis.Response },
  { code, message, ...init }: Refusal,
): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, init);
}
