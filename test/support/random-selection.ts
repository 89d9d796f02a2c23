import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isUnionType,
} from 'graphql';
import type { Choice } from './choice.ts';
import type { NamedRow, RandomArguments } from './random-argument.ts';

type Field = GraphQLField<unknown, unknown>;

interface SelectionOptions {
  readonly schema: GraphQLSchema;
  readonly choice: Choice;
  readonly args: RandomArguments;
  /** The number of fields that the document may still have; at 0, selections become as short as possible. */
  readonly size: number;
  /** True to give different fields the same response key where that is allowed. */
  readonly reckless: boolean;
}

/** What the selections around a place allow in it. */
interface Around {
  /** The keys of groups. */
  readonly by: readonly string[];
  /** The rows with a name. */
  readonly scope: readonly NamedRow[];
  /** Those that have a name outside the innermost list as well. */
  readonly outer?: readonly NamedRow[];
}

const TOP: Around = { by: [], scope: [] };

/** Writes random selections as GraphQL text; the fragments that they use are collected in `fragments`. */
export class RandomSelections {
  readonly fragments: string[] = [];
  readonly #options: SelectionOptions;
  readonly #keys = new Map<string, string>();
  #left: number;
  #aliases = 0;

  constructor(options: SelectionOptions) {
    this.#options = options;
    this.#left = options.size;
  }

  /**
   * A selection of a type, in braces; `depth` limits the fields with arguments and the objects with an id on a path.
   */
  of(type: GraphQLCompositeType, depth: number, around: Around = TOP): string {
    const { choice } = this.#options;
    const fields = isGroup(type)
      ? this.#fields(type).filter((field) => isOfGroup(field, around.by))
      : this.#fields(type);
    const possible = fields.filter((field) => allowed(field, depth));
    const chosen = this.#chosen(possible, depth);
    const items = chosen.map((field) => this.#field(field, depth, around));
    if (choice.chance(isAbstractType(type) ? 25 : 12)) items.push(this.#key('__typename', '__typename', []));
    const narrowings = this.#left <= 0 ? 0 : isAbstractType(type) ? choice.int(0, 3) : Number(choice.chance(8));
    for (let i = 0; i < narrowings; i++) items.push(this.#fragment(type, depth, around));
    return `{ ${items.join(' ')} }`;
  }

  #fields(type: GraphQLCompositeType): readonly Field[] {
    return isUnionType(type) ? [] : Object.values(type.getFields());
  }

  #chosen(possible: readonly Field[], depth: number): readonly Field[] {
    const { choice } = this.#options;
    const leaves = possible.filter(({ type }) => isLeafType(getNamedType(type)));
    if (leaves.length > 6 && choice.chance(2)) return choice.many([51, 70], () => choice.pick(leaves));
    if (this.#left <= 0) return [choice.pick(leaves.length ? leaves : possible)];
    const some = choice.some(possible, choice.int(1, depth > 6 ? 4 : 3));
    const objects = possible.filter((field) => !leaves.includes(field));
    return objects.length && choice.chance(60) ? [choice.pick(objects), ...some] : some;
  }

  #field(field: Field, depth: number, { by, scope, outer = scope }: Around): string {
    const { args } = this.#options;
    this.#left--;
    const type = getNamedType(field.type);
    // The rows of a group are not the row that the list around the groups has named.
    const visible = field.name === 'groups' ? outer : scope;
    const written = args.of(field.args, { small: depth < 7, scope: visible });
    const key = this.#key(field.name, String(field.type), [written.text]);
    const keys = field.name === 'groups' ? written.by : by;
    const below = isCompositeType(type)
      ? ` ${this.of(type, depth - cost(field), { by: keys, scope: written.scope, outer: visible })}`
      : '';
    return `${key}${written.text}${this.#directive()}${below}`;
  }

  /** A field with a response key that only this same field has in the document. */
  #key(name: string, type: string, args: readonly string[]): string {
    const { choice, reckless } = this.#options;
    const what = [name, type, ...args].join(' ');
    const other = this.#keys.get(name) ?? what;
    if (choice.chance(10) || (other !== what && !reckless)) return `a${++this.#aliases}: ${name}`;
    this.#keys.set(name, what);
    return name;
  }

  #directive(): string {
    const { args, choice } = this.#options;
    const percent = choice.int(1, 100);
    if (percent > 6) return '';
    return percent > 3 ? ` @include(if: ${args.condition()})` : ` @skip(if: ${args.condition()})`;
  }

  #fragment(type: GraphQLCompositeType, depth: number, around: Around): string {
    const { choice, schema } = this.#options;
    const kinds = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const on = choice.pick([
      type,
      ...kinds,
      ...kinds.flatMap((kind) => ('getInterfaces' in kind ? kind.getInterfaces() : [])),
    ]);
    const body = this.of(on, depth, around);
    if (choice.chance(75))
      return `...${choice.chance(10) && on === type ? '' : ` on ${on}`}${this.#directive()} ${body}`;
    const name = `f${this.fragments.length + 1}`;
    this.fragments.push(`fragment ${name} on ${on} ${body}`);
    const spread = () => `...${name}${this.#directive()}`;
    return choice.chance(20) ? `${spread()} ${spread()}` : spread();
  }
}

/** How much of the remaining depth a field uses; every cycle of the schema has a field that uses some. */
function cost(field: Field): number {
  const type = getNamedType(field.type);
  const entity = isCompositeType(type) && !isUnionType(type) && 'id' in type.getFields();
  return Number(entity || field.args.length > 0);
}

function allowed(field: Field, depth: number): boolean {
  return isLeafType(getNamedType(field.type)) || cost(field) <= depth;
}

function isGroup(type: GraphQLCompositeType): boolean {
  return type.name.endsWith('Group');
}

/** Whether a field of a group may be selected: every field except keys of dimensions that are not in `by`. */
function isOfGroup({ name }: Field, by: readonly string[]): boolean {
  return ['count', 'min', 'max', 'rows', ...by].includes(name);
}
