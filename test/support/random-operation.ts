import fc from 'fast-check';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { Choice } from './choice.ts';
import { InputNesting } from './input-nesting.ts';
import { type ArgumentOptions, RandomArguments, type Variable } from './random-argument.ts';
import { RandomSelections } from './random-selection.ts';
import { smallerOperations } from './smaller-operation.ts';
import type { ValuePool } from './value-pool.ts';

/** A document with one query, and its variables. */
export class Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** True for a shrunk operation: valid GraphQL, but possibly rejected (such as a key of groups without its dimension). */
  readonly shrunk: boolean;

  constructor(query: string, variables: Readonly<Record<string, unknown>>, shrunk = false) {
    this.query = query;
    this.variables = variables;
    this.shrunk = shrunk;
  }

  toString(): string {
    return `\n${this.query}\n# variables: ${JSON.stringify(this.variables)}\n`;
  }

  /** The text that fast-check prints for a counterexample. */
  [fc.toStringMethod](): string {
    return this.toString();
  }
}

interface OperationOptions {
  readonly schema: GraphQLSchema;
  /** The values to filter by; they may be added after this call. */
  readonly pool: ValuePool;
}

/**
 * Random valid operations over the whole schema, including fields added later. They shrink by losing parts of the
 * document. They have no cursors, which come from answers only.
 */
export function randomOperation(options: OperationOptions): fc.Arbitrary<Operation> {
  return new OperationArbitrary(options);
}

/** Lists of `count` random operations; they shrink to a list with one operation, and then that operation shrinks. */
export function randomOperations(options: OperationOptions, count: number): fc.Arbitrary<readonly Operation[]> {
  return new OperationsArbitrary(randomOperation(options), count);
}

class OperationsArbitrary extends fc.Arbitrary<readonly Operation[]> {
  readonly #one: fc.Arbitrary<Operation>;
  readonly #count: number;

  constructor(one: fc.Arbitrary<Operation>, count: number) {
    super();
    this.#one = one;
    this.#count = count;
  }

  generate(random: fc.Random): fc.Value<readonly Operation[]> {
    const list = Array.from({ length: this.#count }, () => this.#one.generate(random, undefined).value);
    return new fc.Value(list, undefined);
  }

  canShrinkWithoutContext(value: unknown): value is readonly Operation[] {
    return Array.isArray(value) && value.every((item) => item instanceof Operation);
  }

  shrink(list: readonly Operation[]): fc.Stream<fc.Value<readonly Operation[]>> {
    const [first] = list;
    const smaller =
      list.length === 1 && first
        ? this.#one.shrink(first, undefined).map(({ value }) => [value])
        : fc.stream(list.map((operation) => [operation]).values());
    return smaller.map((value) => new fc.Value<readonly Operation[]>(value, undefined));
  }
}

class OperationArbitrary extends fc.Arbitrary<Operation> {
  readonly #options: ArgumentOptions;

  constructor(options: OperationOptions) {
    super();
    this.#options = { ...options, nesting: new InputNesting() };
  }

  generate(random: fc.Random): fc.Value<Operation> {
    const choice = new Choice(random);
    for (;;) {
      const reckless = choice.chance(10);
      const operation = draft(this.#options, choice, reckless);
      if (!reckless || validate(this.#options.schema, parse(operation.query)).length === 0)
        return new fc.Value(operation, undefined);
    }
  }

  canShrinkWithoutContext(value: unknown): value is Operation {
    return value instanceof Operation;
  }

  shrink(operation: Operation): fc.Stream<fc.Value<Operation>> {
    return smallerOperation(this.#options.schema, operation);
  }
}

/** Operations that are one step simpler. */
export function smallerOperation(schema: GraphQLSchema, operation: Operation): fc.Stream<fc.Value<Operation>> {
  const smaller = smallerOperations(schema, operation);
  return fc
    .stream(smaller)
    .map(({ query, variables }) => new fc.Value(new Operation(query, variables, true), undefined));
}

function draft(options: ArgumentOptions, choice: Choice, reckless: boolean): Operation {
  const { schema } = options;
  const args = new RandomArguments(choice, options);
  const size = choice.pick([3, 8, 20, 40]);
  const selections = new RandomSelections({ schema, choice, args, size, reckless });
  const query = schema.getQueryType();
  if (!query) throw new Error('a schema without queries');
  const selection = selections.of(query, choice.int(2, 10));
  const { declarations, values } = declared(args.variables);
  const head = declarations.length ? `query (${declarations.join(', ')})` : 'query';
  return new Operation([`${head} ${selection}`, ...selections.fragments].join('\n'), values);
}

/** The declarations of variables, and the values of those that are not left out. */
export function declared(variables: ReadonlyMap<string, Variable>) {
  const declarations = [...variables].map(
    ([name, { type, fallback }]) => `$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`,
  );
  const given = [...variables].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const]));
  return { declarations, values: Object.fromEntries(given) };
}
