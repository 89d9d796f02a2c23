import {
  GraphQLError,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** A longer list would not help. */
const MAX_NAMES = 40;

/** Finds the type in graphql-js's message about an unknown field or value. */
const TYPE = /(?:does not exist in|on type|by type|^Enum) "(?<type>\w+)"/;

/** Adds the accepted names to graphql-js's validation errors, unless they already contain a suggestion. */
export function useHint(): Plugin {
  return {
    onValidate({ params: { schema } }) {
      return ({ result, setResult }) => {
        const errors = result as readonly GraphQLError[];
        if (errors.length > 0) setResult(errors.map((error) => withHint(error, schema)));
      };
    },
  };
}

function withHint(error: GraphQLError, schema: GraphQLSchema): GraphQLError {
  const hint = hintFor(error.message, schema);
  if (!hint) return error;
  const { nodes, source, positions, extensions } = error;
  return new GraphQLError(`${error.message} ${hint}`, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions,
  });
}

function hintFor(message: string, schema: GraphQLSchema): string | undefined {
  if (message.includes('Did you mean')) return undefined;
  if (message.includes('must specify exactly one key'))
    return 'For several keys, write a list of objects with one key each: [{ name: ASC }, { slug: ASC }].';
  const { type = '' } = TYPE.exec(message)?.groups ?? {};
  const names = namesOf(type, schema);
  if (names.length === 0) return undefined;
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return `Accepted: ${names.slice(0, MAX_NAMES).join(', ')}${more}.`;
}

/** The values of an enum, or the fields of an object or input type. */
function namesOf(name: string, schema: GraphQLSchema): readonly string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
  return [];
}
