import { type FieldNode, GraphQLError } from 'graphql';

/** Runs `make`; a mistake of the client found in it gains its place: the field's node, and its key in the path. */
export function located<T>(key: string, nodes: readonly FieldNode[], make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      nodes: error.nodes ?? nodes,
      path: [key, ...(error.path ?? [])],
      extensions: error.extensions,
    });
  }
}
