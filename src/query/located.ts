import { type FieldNode, GraphQLError } from 'graphql';

/** Runs `make`. A GraphQLError thrown in it gets the field's node as its location, and the key as the start of its path. */
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
