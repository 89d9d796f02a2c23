import {
  GraphQLError,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** More names than these teach nobody. */
const MOST_NAMES = 40;

/** How graphql-js names the type that has no such value or field. */
const TYPE = /(?:does not exist in|on type|by type|^Enum) "(?<type>\w+)"/;

/** Adds to what graphql-js says of a wrong question what would be right, where it does not say so itself. */
export function useHint(): Plugin {
  return {
    onValidate({ params: { schema } }) {
      return ({ result, setResult }) => {
        const errors = result as readonly GraphQLError[];
        if (errors.length > 0) setResult(errors.map((error) => taught(error, schema)));
      };
    },
  };
}

function taught(error: GraphQLError, schema: GraphQLSchema): GraphQLError {
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
    return 'For several keys write a list of objects with one key each, as in [{ name: ASC }, { slug: ASC }].';
  const { type = '' } = TYPE.exec(message)?.groups ?? {};
  const names = namesOf(type, schema);
  if (names.length === 0) return undefined;
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `Accepted are ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
}

/** What a type offers: the values of an enum, the fields of an object or input. */
function namesOf(name: string, schema: GraphQLSchema): readonly string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
  return [];
}
