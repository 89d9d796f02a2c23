/** Answers a request like the server, without HTTP. `context` is the server context of the original request. */
export type Ask = (request: Request, context?: object) => Response | Promise<Response>;
