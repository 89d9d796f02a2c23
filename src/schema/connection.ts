import type { ModelName } from '../model/model.ts';
import { MAX_OFFSET, MAX_ROWS, PAGE_SIZE } from '../query/limit/limit.ts';
import type { DimensionDeclaration } from './dimension.ts';
import type { Entity } from './entity.ts';
import type { Inputs } from './input.ts';
import { type FieldMaker, make, type OutputRef, type Parts } from './part.ts';

interface ListField {
  readonly name: ModelName;
  readonly description: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Arg = (options: object) => unknown;

/** The connections of entities: fields with the arguments that every list has, and the types of their pages and groups. */
export class Connections {
  readonly #parts: Parts;
  readonly #inputs: Inputs;
  readonly #entities: ReadonlyMap<ModelName, Entity>;

  constructor(parts: Parts, inputs: Inputs, entities: ReadonlyMap<ModelName, Entity>) {
    this.#parts = parts;
    this.#inputs = inputs;
    this.#entities = entities;
  }

  /** A field that gives a list of an entity's rows. */
  field(t: FieldMaker, { name, description, extensions = {} }: ListField): unknown {
    const arg = t.arg as Arg;
    const args = {
      where: arg({ type: this.#inputs.where(name), description: 'Only rows that match.' }),
      orderBy: arg({
        type: [this.#inputs.order(name)],
        description: 'Sort keys, first to last. Default: the natural order of the list.',
      }),
      ...this.forwards(arg),
      last: arg({
        type: 'Int',
        description: `The last rows, up to ${MAX_ROWS}.`,
      }),
      before: arg({
        type: 'String',
        description: 'Only rows before this cursor.',
      }),
      offset: arg({
        type: 'Int',
        description: `Rows to skip, up to ${MAX_OFFSET}.`,
      }),
    };
    return make(t, { type: this.type(name), description, args, extensions });
  }

  /** The arguments of every list that can be paged forwards. */
  forwards(arg: Arg): Readonly<Record<string, unknown>> {
    return {
      first: arg({
        type: 'Int',
        description: `The first rows: ${PAGE_SIZE} by default, up to ${MAX_ROWS}.`,
      }),
      after: arg({
        type: 'String',
        description: 'Only rows after this cursor.',
      }),
    };
  }

  /** `<Entity>Connection`. */
  type(name: ModelName): OutputRef {
    return this.#parts.connection(name, {
      further: (t) => (this.#inputs.groups.possible(name) ? { groups: this.#groups(t, name) } : {}),
    });
  }

  #groups(t: FieldMaker, name: ModelName): unknown {
    const arg = t.arg as Arg;
    const args = {
      by: arg({
        type: [this.#inputs.groups.dimension(name)],
        required: true,
        description: 'What to group by; empty for one group of all rows.',
      }),
      having: arg({ type: this.#inputs.groups.having(name), description: 'Only groups that match.' }),
      orderBy: arg({
        type: [this.#inputs.groups.order(name)],
        description: 'Sort keys of the groups. Default: the largest first.',
      }),
      ...this.forwards(arg),
    };
    const description = 'All rows of the list (not only this page), grouped.';
    return make(t, { type: this.#groupType(name), description, args });
  }

  #groupType(name: ModelName): OutputRef {
    const group = `${name}Group`;
    const description = `A group of ${name} rows. Asking for a key that is not in \`by\` is an error.`;
    this.#parts.object(group, description, (t) => ({ ...this.#aggregates(t, name), ...this.#keys(t, name) }));
    return this.#parts.connection(group, { edges: false });
  }

  #aggregates(t: FieldMaker, name: ModelName): Readonly<Record<string, unknown>> {
    const arg = t.arg as Arg;
    const measure = this.#inputs.groups.measure(name);
    const of = (type: unknown, what: string) => ({ of: arg({ type, required: true, description: what }) });
    const extreme = (which: string) =>
      make(t, {
        type: 'String',
        nullable: true,
        description: `The ${which} value in the group, as text: a number in decimals, a date as YYYY-MM-DD (of a When its ${which === 'least' ? 'earliest' : 'latest'} possible day, or the other one where that is open). Null when there is none.`,
        args: of(measure, 'The number or date.'),
      });
    return {
      count: make(t, {
        type: 'Int',
        description: 'The number of rows in the group.',
        args: {
          where: arg({ type: this.#inputs.where(name), description: 'Counts only rows that match.' }),
          distinct: arg({
            type: this.#inputs.groups.dimension(name),
            description: 'Counts the distinct values of this instead of rows; nulls do not count.',
          }),
        },
      }),
      rows: this.field(t, { name, description: 'The rows in the group.' }),
      ...(measure ? { min: extreme('least'), max: extreme('greatest') } : {}),
    };
  }

  #keys(t: FieldMaker, name: ModelName): Readonly<Record<string, unknown>> {
    const dimensions = this.#entities.get(name)?.dimensions ?? [];
    return Object.fromEntries(
      dimensions.map(({ key, dimension, description, target }) => [
        key,
        make(t, {
          type: target ? this.#parts.ref(target) : this.#valueType(name, { key, dimension, description, target }),
          nullable: true,
          description: `The key, if grouped by ${dimension.name}.`,
          extensions: { onrecord: { kind: 'key', dimension } },
        }),
      ]),
    );
  }

  #valueType(name: ModelName, { dimension }: DimensionDeclaration): OutputRef {
    return dimension.kind === 'enum' ? this.#inputs.enumOf(name, dimension.column) : 'Date';
  }
}
