import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';
import type { Choice } from './choice.ts';
import type { InputNesting } from './input-nesting.ts';
import type { ValuePool } from './value-pool.ts';

/** A variable of an operation: its type, and its value unless it is left out. */
export interface Variable {
  readonly type: string;
  readonly fallback?: string;
  readonly value?: unknown;
}

/** The context of a value: the field that it is compared with, its depth, and whether it may contain variables. */
interface Place {
  readonly key: string;
  readonly depth: number;
  readonly constant: boolean;
  /** The only fields that a oneOf object may have in this context. */
  readonly only?: readonly string[];
  /** True for a text to search for inside another. */
  readonly part?: boolean;
  /** The rows with a name here. */
  readonly scope: readonly NamedRow[];
  /** The entity of the row that the innermost filter is about. */
  readonly entity?: string;
}

/** A row that an operation has named. */
export interface NamedRow {
  readonly name: string;
  /** Its entity; of a subtype, the supertype. */
  readonly entity: string;
}

/** Arguments as text, the dimensions that they group by, and the rows with a name inside the field. */
interface Arguments {
  readonly text: string;
  readonly by: readonly string[];
  readonly scope: readonly NamedRow[];
}

interface Surroundings {
  /** True for short pages. */
  readonly small: boolean;
  readonly scope?: readonly NamedRow[];
}

export interface ArgumentOptions {
  readonly schema: GraphQLSchema;
  /** The values to filter by. */
  readonly pool: ValuePool;
  readonly nesting: InputNesting;
}

const PAGING = ['first', 'last', 'after', 'before', 'offset'];
const TEXT = ['contains', 'startsWith', 'endsWith', 'similar'];
const KEYLESS = ['slug', 'website', 'url', 'language', 'sha256', 'textSha256', 'time', 'key', 'unit'];
const LOGIC = ['AND', 'OR', 'NOT'];
/** Fields with the names of rows, which are not random texts. */
const NAMES = ['as', 'is', 'row'];

/** Writes random arguments as GraphQL text; some values become variables and are collected in `variables`. */
export class RandomArguments {
  readonly variables = new Map<string, Variable>();
  readonly #schema: GraphQLSchema;
  readonly #choice: Choice;
  readonly #pool: ValuePool;
  readonly #nesting: InputNesting;
  #names = 0;

  constructor(choice: Choice, { schema, pool, nesting }: ArgumentOptions) {
    this.#schema = schema;
    this.#choice = choice;
    this.#pool = pool;
    this.#nesting = nesting;
  }

  /** The arguments of a field, in parentheses unless there are none. */
  of(args: readonly GraphQLArgument[], { small, scope = [] }: Surroundings): Arguments {
    const choice = this.#choice;
    const [where, orderBy] = ['where', 'orderBy'].map((name) => args.find((arg) => arg.name === name)?.type);
    // The filter of pairs, for example, is not about the rows of that list.
    const isOfRows =
      where && orderBy && `${getNamedType(where)}`.replace(/Where$/, 'Order') === `${getNamedType(orderBy)}`;
    const entity = isOfRows ? this.#entityOf(where) : undefined;
    const named = entity && choice.chance(20) ? this.#named(entity) : [];
    const inner = [...scope, ...named];
    const paged = args.some(({ name }) => name === 'first');
    const by = this.#dimensions(args.find(({ name }) => name === 'by'));
    const keys = by.map((dimension) => camelCase(dimension));
    const only = args.some(({ name }) => name === 'by') ? ['count', 'rows', ...keys] : undefined;
    const written = args.flatMap((arg) => {
      if (PAGING.includes(arg.name)) return [];
      if (arg.name === 'by') return [`by: ${this.#varied(`[${by.join(', ')}]`, String(arg.type), false)}`];
      const type = getNamedType(arg.type);
      // Not a variable, which can be left out: then its row would have no name.
      if (arg.name === 'where' && isInputObjectType(type) && named.length)
        return [`where: ${this.#object(type, { key: 'where', depth: 4, constant: false, scope }, named)}`];
      if (!isNonNullType(arg.type) && !choice.chance(arg.name === 'where' ? 45 : 35)) return [];
      return [`${arg.name}: ${this.#argument(arg, { scope: inner, ...(only && { only }) })}`];
    });
    const all = paged ? [...written, ...this.#paging(args, small)] : written;
    return { text: all.length ? `(${all.join(', ')})` : '', by: keys, scope: inner };
  }

  /** A name for a row that no other row of the operation has. */
  #named(entity: string): readonly NamedRow[] {
    this.#names += 1;
    return [{ name: `r${this.#names}`, entity }];
  }

  /** The entity that a filter is about: of a subtype, its supertype; undefined for any other type. */
  #entityOf(type: GraphQLInputType | undefined): string | undefined {
    const filter = type && getNamedType(type);
    if (!isInputObjectType(filter) || !('as' in filter.getFields())) return undefined;
    const name = filter.name.replace(/Where$/, '');
    const row = this.#schema.getType(name);
    const above = isObjectType(row)
      ? row.getInterfaces().find((type) => this.#schema.getType(`${type.name}Where`))
      : undefined;
    return above?.name ?? name;
  }

  /** Fields of a filter on rows that name its row, or compare it with a named one. */
  #rowFields(entity: string, { scope, depth }: Place, list: readonly NamedRow[]) {
    const choice = this.#choice;
    const named = list.length || depth <= 1 || !choice.chance(15) ? list : this.#named(entity);
    const others = scope.filter((row) => row.entity === entity);
    const same = others.length && choice.chance(25) ? [`is: ${JSON.stringify(choice.pick(others).name)}`] : [];
    return { named, written: [...named.map(({ name }) => `as: ${JSON.stringify(name)}`), ...same] };
  }

  /** The dimensions to group by. */
  #dimensions(arg: GraphQLArgument | undefined): readonly string[] {
    const type = arg && getNamedType(arg.type);
    if (!isEnumType(type) || this.#choice.chance(5)) return [];
    const dimensions = type.getValues().map(({ name }) => name);
    return this.#choice.some(dimensions, this.#choice.int(1, 2));
  }

  #argument({ name, type }: GraphQLArgument, limits: Pick<Place, 'only' | 'scope'>): string {
    if (!isNonNullType(type) && this.#choice.chance(3)) return 'null';
    return this.#written(type, { key: name, depth: 4, constant: false, ...limits });
  }

  /** Paging without cursors, which are known only after an answer. */
  #paging(args: readonly GraphQLArgument[], small: boolean): string[] {
    const choice = this.#choice;
    const known = args.map(({ name }) => name);
    const ways: readonly (readonly string[])[] = [['first'], ['first'], ['last'], ['first', 'offset'], []];
    const way = small ? ['first'] : choice.pick(ways);
    const size = () =>
      !small && choice.chance(10)
        ? choice.pick([1, 100, known.includes('last') ? 1000 : 50])
        : choice.int(1, small ? 3 : 6);
    const value = (name: string) => String(name === 'offset' ? choice.int(0, 4) : size());
    return way
      .filter((name) => known.includes(name))
      .map((name) => `${name}: ${this.#varied(value(name), 'Int', false)}`);
  }

  /** A condition for @skip and @include. */
  condition(): string {
    return this.#varied(String(this.#choice.chance(50)), 'Boolean!', false);
  }

  /** A value of a type; sometimes a variable, if allowed. */
  #written(type: GraphQLInputType, place: Place): string {
    const moved = !place.constant && this.#choice.chance(12);
    const text = this.#value(type, { ...place, constant: place.constant || moved });
    return moved ? this.#variable(text, String(type)) : text;
  }

  #varied(text: string, type: string, constant: boolean): string {
    return !constant && this.#choice.chance(15) ? this.#variable(text, type) : text;
  }

  #variable(text: string, type: string): string {
    const choice = this.#choice;
    const name = `v${this.variables.size + 1}`;
    const value = valueFromASTUntyped(parseValue(text));
    if (type.endsWith('!')) this.variables.set(name, { type, value });
    else if (choice.chance(20)) this.variables.set(name, { type, fallback: text });
    else if (choice.chance(15)) this.variables.set(name, { type });
    else this.variables.set(name, { type: choice.chance(30) ? `${type}!` : type, value });
    return `$${name}`;
  }

  #value(type: GraphQLInputType, place: Place): string {
    const choice = this.#choice;
    if (isNonNullType(type)) return this.#value(type.ofType, place);
    if (isListType(type)) {
      const most = place.key === 'orderBy' ? 3 : isInputObjectType(getNamedType(type)) ? 2 : 4;
      const deeper = { ...place, depth: place.depth - (LOGIC.includes(place.key) ? 1 : 0) };
      return `[${choice.many([0, most], () => this.#written(type.ofType, deeper)).join(', ')}]`;
    }
    if (isEnumType(type)) return choice.pick(type.getValues()).name;
    if (isInputObjectType(type)) return this.#object(type, place);
    return this.#scalar(getNamedType(type).name, place);
  }

  #scalar(type: string, { key, part }: Place): string {
    const choice = this.#choice;
    if (type === 'Boolean') return String(choice.chance(50));
    if (key === 'maxLength') return String(choice.int(1, 6));
    if (key === 'query') return JSON.stringify(this.#query());
    if (type === 'Int') return String(this.#pool.int(choice, key));
    if (type === 'Date') return JSON.stringify(this.#pool.date(choice, key));
    if (type === 'DateTime') return '"2025-12-16T06:05:00.000Z"';
    if (type === 'Decimal') {
      const number = this.#pool.decimal(choice, key);
      return choice.chance(30) ? number : JSON.stringify(number);
    }
    const exact = type === 'ID' || key === 'slug' || key === 'id' || key === 'ids';
    if (exact) return JSON.stringify(this.#pool.exact(choice, key === 'ids' ? 'id' : key));
    return JSON.stringify(part ? this.#pool.part(choice, key) : this.#pool.text(choice, key));
  }

  /** With `list`, the filter of a list whose row has that name. */
  #object(type: GraphQLInputObjectType, place: Place, list: readonly NamedRow[] = []): string {
    const choice = this.#choice;
    const fields = Object.values(type.getFields()).filter(({ name }) => !NAMES.includes(name));
    if (type.isOneOf) {
      const { only, ...above } = place;
      const open = only ? fields.filter(({ name }) => only.includes(name)) : fields;
      const field = choice.pick(open.filter((f) => place.depth > 0 || !this.#isNested(f)));
      const deeper = { ...above, key: field.name, depth: place.depth - 1 };
      return `{ ${field.name}: ${this.#inOneOf(field, deeper)} }`;
    }
    if (isLogical(type) && !list.length && choice.chance(20)) return `{ NOT: ${this.#object(type, place)} }`;
    const open = fields.filter((field) => field.name !== 'isNull' || !isLogical(type));
    const near = open.filter((field) => !this.#isNested(field));
    // Nulls are the most error-prone values, and most fields cannot be null.
    const unsure = choice.chance(40) ? near.filter((field) => this.#canBeNull(type, field)) : [];
    const possible = unsure.length ? unsure : place.depth > 0 ? open : near;
    const [required, optional] = [
      possible.filter(isRequiredInputField),
      possible.filter((f) => !isRequiredInputField(f)),
    ];
    const wanted = [
      ...required,
      ...choice.some(optional, choice.pick(place.depth > 2 ? [0, 1, 1, 1, 1, 2, 3] : [0, 1, 1, 1, 1, 1, 1, 2])),
    ];
    const entity = this.#entityOf(type);
    const { named, written } = entity ? this.#rowFields(entity, place, list) : this.#compared(type, place);
    let scope = [...place.scope, ...named];
    for (const field of wanted) {
      const text = this.#field(type, field, { ...place, scope, ...(entity && { entity }) });
      written.push(`${field.name}: ${text}`);
      // A row at the other end of a to-one relation is known to the conditions next to it as well.
      const to = this.#isToOne(type, field) && this.#entityOf(field.type);
      const [, name] = /^\{ as: "(\w+)"/.exec(text) ?? [];
      if (to && name) scope = [...scope, { name, entity: to }];
    }
    return `{ ${written.join(', ')} }`;
  }

  /** Sometimes a comparison with a named row, in a filter on a value that has them. */
  #compared(type: GraphQLInputObjectType, { scope, entity }: Place) {
    const choice = this.#choice;
    const comparisons = getNamedType(type.getFields().row?.type);
    const others = scope.filter((row) => row.entity === entity);
    if (!isInputObjectType(comparisons) || !others.length || !choice.chance(35)) return { named: [], written: [] };
    const operator = choice.pick(Object.keys(comparisons.getFields()));
    return { named: [], written: [`row: { ${operator}: ${JSON.stringify(choice.pick(others).name)} }`] };
  }

  /** A variable in a oneOf object may not be null. */
  #inOneOf({ type }: GraphQLInputField, place: Place): string {
    const moved = !place.constant && this.#choice.chance(10);
    const text = this.#value(type, { ...place, constant: place.constant || moved });
    return moved ? this.#variable(text, `${getNullableType(type)}!`) : text;
  }

  #field(owner: GraphQLInputObjectType, field: GraphQLInputField, place: Place): string {
    const nested = this.#isNested(field);
    // An operator needs the values of the field that it belongs to.
    const key = isLogical(owner) || isWhen(owner) || nested ? field.name : place.key;
    if (nested && this.#isToOne(owner, field) && this.#choice.chance(15))
      return `{ isNull: ${this.#choice.chance(50)} }`;
    if (KEYLESS.includes(place.key) && TEXT.includes(field.name)) return JSON.stringify(this.#plainText(place.key));
    const counts = 'distinct' in owner.getFields() && !isLogical(owner) && !nested && field.name !== 'distinct';
    const depth = place.depth - (nested ? 1 : 0);
    return this.#written(field.type, { ...place, key: counts ? 'count' : key, depth, part: TEXT.includes(field.name) });
  }

  /** A text to search for: the API needs at least two letters. */
  #query(): string {
    const text = this.#pool.text(this.#choice, 'name');
    return /[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(text) ? text : `eu ${text}`;
  }

  /** ASCII only, until it is decided how a text without a sort key is compared. */
  #plainText(key: string): string {
    return this.#pool.part(this.#choice, key).replace(/[^!-~]/g, '');
  }

  #isNested(field: GraphQLInputField): boolean {
    return this.#nesting.isNested(field);
  }

  /** Whether a filter's field is a nullable column of the row itself. */
  #canBeNull(owner: GraphQLInputObjectType, { name }: GraphQLInputField): boolean {
    const row = this.#schema.getType(owner.name.replace(/Where$/, ''));
    const field = isLogical(owner) && (isObjectType(row) || isInterfaceType(row)) ? row.getFields()[name] : undefined;
    return field !== undefined && !isNonNullType(field.type);
  }

  /** Whether a field of a filter follows a to-one relation, rather than naming a subtype of the same row. */
  #isToOne(owner: GraphQLInputObjectType, field: GraphQLInputField): boolean {
    const to = getNamedType(field.type);
    if (!isLogical(owner) || LOGIC.includes(field.name) || !isInputObjectType(to) || !isLogical(to)) return false;
    const [supertype, kind] = [owner, to].map(({ name }) => this.#schema.getType(name.replace(/Where$/, '')));
    const subtype =
      isInterfaceType(supertype) && this.#schema.getPossibleTypes(supertype).some(({ name }) => name === kind?.name);
    return !subtype;
  }
}

/** Whether a filter is on rows, with AND, OR and NOT. */
function isLogical(type: GraphQLInputObjectType): boolean {
  return 'AND' in type.getFields();
}

function isWhen(type: GraphQLInputObjectType): boolean {
  return type.name === 'WhenWhere' || type.name === 'WhenOrder';
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());
}
