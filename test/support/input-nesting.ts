import { type GraphQLInputField, type GraphQLNamedInputType, getNamedType, isInputObjectType } from 'graphql';

/** Values that are at most this many objects deep may stand anywhere: a filter on a string, on a date in parts. */
const SHALLOW = 2;

/** Tells which input fields lead deep, or into themselves again, so that a generator has to keep a limit. */
export class InputNesting {
  readonly #known = new Map<GraphQLNamedInputType, boolean>();

  isNested({ type }: GraphQLInputField): boolean {
    const to = getNamedType(type);
    const known = this.#known.get(to) ?? height(to, SHALLOW) > SHALLOW;
    this.#known.set(to, known);
    return known;
  }
}

/** How many objects deep a value can be, counted up to one more than `most`. */
function height(type: GraphQLNamedInputType, most: number): number {
  if (!isInputObjectType(type)) return 0;
  if (most === 0) return 1;
  return 1 + Math.max(...Object.values(type.getFields()).map((field) => height(getNamedType(field.type), most - 1)));
}
