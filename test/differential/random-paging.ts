import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isObjectType,
} from 'graphql';
import { Choice } from '../support/choice.ts';
import { InputNesting } from '../support/input-nesting.ts';
import { RandomArguments } from '../support/random-argument.ts';
import { declared, Operation, smallerOperation } from '../support/random-operation.ts';
import type { ValuePool } from '../support/value-pool.ts';

type Field = GraphQLField<unknown, unknown>;

/** What an operation must contain so that a list can be paged through with it. */
const NEEDED = ['$first', '$after', 'hasNextPage', 'hasPreviousPage'];

/**
 * Operations that select one page of a list as `page`, with the variables `first`, `after`, `last` and `before` (groups:
 * `first` and `after`): root lists, lists of one row, and groups, with random filters and orders.
 */
export function randomPaging(options: { schema: GraphQLSchema; pool: ValuePool }): fc.Arbitrary<Operation> {
  return new PagingArbitrary(options);
}

/** Whether the list is one of groups, which can only be paged forwards. */
export function isOfGroups({ query }: Operation): boolean {
  return !query.includes('$last');
}

class PagingArbitrary extends fc.Arbitrary<Operation> {
  readonly #schema: GraphQLSchema;
  readonly #pool: ValuePool;

  constructor({ schema, pool }: { schema: GraphQLSchema; pool: ValuePool }) {
    super();
    this.#schema = schema;
    this.#pool = pool;
  }

  generate(random: fc.Random): fc.Value<Operation> {
    const choice = new Choice(random);
    const args = new RandomArguments(choice, { schema: this.#schema, pool: this.#pool, nesting: new InputNesting() });
    const lists = Object.values(this.#schema.getQueryType()?.getFields() ?? {}).filter(isList);
    const list = choice.pick(lists);
    const body = choice.chance(30) ? this.#ofRow(choice, args, list) : this.#page(choice, args, list);
    const paging = '$first: Int, $after: String';
    const back = body.includes('$last') ? ', $last: Int, $before: String' : '';
    const { declarations, values } = declared(args.variables);
    const others = declarations.map((declaration) => `, ${declaration}`).join('');
    return new fc.Value(new Operation(`query (${paging}${back}${others}) { ${body} }`, values), undefined);
  }

  /** The list of one row: the first one that meets a filter. */
  #ofRow(choice: Choice, args: RandomArguments, list: Field): string {
    const type = getNamedType(list.type) as GraphQLObjectType;
    const node = getNamedType(type.getFields().nodes?.type ?? type);
    const lists = 'getFields' in node ? Object.values(node.getFields() as Record<string, Field>).filter(isList) : [];
    if (!lists.length) return this.#page(choice, args, list);
    return `${list.name}(first: 1, offset: ${choice.int(0, 2)}) { nodes { ${this.#page(choice, args, choice.pick(lists))} } }`;
  }

  #page(choice: Choice, args: RandomArguments, list: Field): string {
    const type = getNamedType(list.type) as GraphQLObjectType;
    const groups = type.getFields().groups;
    if (groups && choice.chance(25)) {
      const { text, by } = args.of(unpaged(groups), { small: false });
      const group = getNamedType((getNamedType(groups.type) as GraphQLObjectType).getFields().nodes?.type ?? type);
      const keys = by.map((key) => keyOf(group as GraphQLObjectType, key));
      const counts = ['count', `distinct: count(distinct: ${choice.pick(dimensionsOf(groups))})`];
      return `${list.name}${args.of(unpaged(list), { small: false }).text} { page: groups${paged(text, FORWARDS)} ${pageOfGroups([...counts, ...keys])} }`;
    }
    const { text } = args.of(unpaged(list), { small: false });
    return `page: ${list.name}${paged(text, `${FORWARDS}, last: $last, before: $before`)} ${page(['id'])}`;
  }

  canShrinkWithoutContext(value: unknown): value is Operation {
    return value instanceof Operation;
  }

  shrink(operation: Operation): fc.Stream<fc.Value<Operation>> {
    return smallerOperation(this.#schema, operation).filter(({ value }) =>
      [...NEEDED, ...(isOfGroups(operation) ? ['nodes', 'endCursor'] : ['edges', 'cursor', '$last', '$before'])].every(
        (part) => value.query.includes(part),
      ),
    );
  }
}

const FORWARDS = 'first: $first, after: $after';

function page(fields: readonly string[]): string {
  return `{ edges { cursor node { ${fields.join(' ')} } } pageInfo { hasNextPage hasPreviousPage } totalCount }`;
}

/** Groups have no edges: only the page as a whole has cursors. */
function pageOfGroups(fields: readonly string[]): string {
  return `{ nodes { ${fields.join(' ')} } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount }`;
}

function paged(text: string, paging: string): string {
  return text ? text.replace(/\)$/, `, ${paging})`) : `(${paging})`;
}

/** A key of a group, selected by what identifies it. */
function keyOf(group: GraphQLObjectType, key: string): string {
  const type = group.getFields()[key]?.type;
  return type && 'getFields' in getNamedType(type) ? `${key} { id }` : key;
}

/** The fields that identify the rows in groups. */
function dimensionsOf({ args }: Field): readonly string[] {
  const type = getNamedType(args.find(({ name }) => name === 'by')?.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

function isList({ type, args }: Field): boolean {
  return isObjectType(getNamedType(type)) && args.some(({ name }) => name === 'last');
}

function unpaged({ args }: Field) {
  return args.filter(({ name }) => ['where', 'orderBy', 'having', 'by'].includes(name));
}
