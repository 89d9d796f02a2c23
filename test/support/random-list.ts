import fc from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import { Choice } from './choice.ts';
import { InputNesting } from './input-nesting.ts';
import { type ArgumentOptions, RandomArguments } from './random-argument.ts';
import { declared } from './random-operation.ts';
import type { ValuePool } from './value-pool.ts';

/** A query for one list, without nested lists. */
export interface RandomList {
  /** The root field. */
  readonly field: string;
  /** Selects the whole list, as a download does. */
  readonly whole: string;
  /** Selects one page of the same list, given by `$size` and `$cursor`. */
  readonly paged: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const PAGING = ['first', 'last', 'after', 'before', 'offset'];

/** Random queries for a root list with filters and orders: they select scalars, enums, dates and to-one relations. */
export function randomList(schema: GraphQLSchema, pool: ValuePool): fc.Arbitrary<RandomList> {
  return new ListArbitrary({ schema, pool, nesting: new InputNesting() });
}

class ListArbitrary extends fc.Arbitrary<RandomList> {
  readonly #options: ArgumentOptions;

  constructor(options: ArgumentOptions) {
    super();
    this.#options = options;
  }

  generate(random: fc.Random): fc.Value<RandomList> {
    return new fc.Value(draft(this.#options, new Choice(random)), undefined);
  }

  canShrinkWithoutContext(_value: unknown): _value is RandomList {
    return false;
  }

  shrink(): fc.Stream<fc.Value<RandomList>> {
    return fc.Stream.nil();
  }
}

function draft(options: ArgumentOptions, choice: Choice): RandomList {
  const { schema } = options;
  const field = choice.pick(Object.values(schema.getQueryType()?.getFields() ?? {}).filter(isRootList));
  const connection = getNamedType(field.type);
  const node = isObjectType(connection) ? getNamedType(connection.getFields().nodes?.type) : undefined;
  if (!isCompositeType(node)) throw new Error(`${field.name} has no nodes`);
  const args = new RandomArguments(choice, options);
  const { text } = args.of(
    field.args.filter(({ name }) => !PAGING.includes(name)),
    { small: false },
  );
  const { declarations, values } = declared(args.variables);
  const selection = new FlatSelections(schema, choice).of(node, 3);
  const paging = 'first: $size, after: $cursor';
  const head = (more: readonly string[]) => {
    const all = [...declarations, ...more];
    return all.length ? `query List(${all.join(', ')})` : 'query List';
  };
  return {
    field: field.name,
    whole: `${head([])} { ${field.name}${text} { nodes ${selection} } }`,
    paged: `${head(['$size: Int', '$cursor: String'])} { ${field.name}${text ? text.replace(/\)$/, `, ${paging})`) : `(${paging})`} { nodes ${selection} pageInfo { hasNextPage endCursor } } }`,
    variables: values,
  };
}

type Field = GraphQLField<unknown, unknown>;

/** Random selections without lists of objects. */
class FlatSelections {
  readonly #schema: GraphQLSchema;
  readonly #choice: Choice;
  #aliases = 0;

  constructor(schema: GraphQLSchema, choice: Choice) {
    this.#schema = schema;
    this.#choice = choice;
  }

  of(type: GraphQLCompositeType, depth: number): string {
    const choice = this.#choice;
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const possible = fields.filter(
      (field) => isFlat(field) && (depth > 0 || !isCompositeType(getNamedType(field.type))),
    );
    const items = choice.some(possible, choice.int(1, 5)).map((field) => {
      const inner = getNamedType(field.type);
      const key = choice.chance(10) || !isObjectType(type) ? `a${++this.#aliases}: ${field.name}` : field.name;
      return isCompositeType(inner) ? `${key} ${this.of(inner, depth - 1)}` : key;
    });
    if (choice.chance(15) || items.length === 0) items.push('__typename');
    if (isAbstractType(type)) {
      const kinds = choice.some(this.#schema.getPossibleTypes(type), choice.int(0, 2));
      for (const kind of kinds) items.push(`... on ${kind.name} ${this.#aliased(kind, depth)}`);
    }
    return `{ ${items.join(' ')} }`;
  }

  /** A selection with unique response keys. */
  #aliased(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()).filter(isFlat) : [];
    const items = this.#choice.some(fields, 2).map((field) => {
      const inner = getNamedType(field.type);
      const key = `a${++this.#aliases}: ${field.name}`;
      return isCompositeType(inner) ? `${key} ${this.of(inner, depth - 1)}` : key;
    });
    return `{ ${items.join(' ')} }`;
  }
}

function isRootList({ type }: Field): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'nodes' in named.getFields();
}

function isFlat({ type, args }: Field): boolean {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return true;
  return args.length === 0 && !isListType(type) && !String(type).startsWith('[');
}
