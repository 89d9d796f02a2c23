/** Answers a request as the server would; `context` is that of the request that came through Node's server. */
export type Ask = (request: Request, context?: object) => Response | Promise<Response>;
