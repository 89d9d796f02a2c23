import { type GraphQLInputField, type GraphQLNamedInputType, getNamedType, isInputObjectType } from 'graphql';

/** Values with at most this many levels of objects are allowed anywhere: the date of a named row, in a filter on the parts of a date. */
const SHALLOW = 3;

/** Finds input fields whose values can be nested deeply or without limit, for which a generator needs a limit. */
export class InputNesting {
  readonly #known = new Map<GraphQLNamedInputType, boolean>();

  isNested({ type }: GraphQLInputField): boolean {
    const to = getNamedType(type);
    const known = this.#known.get(to) ?? height(to, SHALLOW) > SHALLOW;
    this.#known.set(to, known);
    return known;
  }
}

/** How many levels of objects a value can have, counted up to `most` + 1. */
function height(type: GraphQLNamedInputType, most: number): number {
  if (!isInputObjectType(type)) return 0;
  if (most === 0) return 1;
  return 1 + Math.max(...Object.values(type.getFields()).map((field) => height(getNamedType(field.type), most - 1)));
}
