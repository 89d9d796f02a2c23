import type { InputRef } from '@pothos/core';
import { type EnumName, enums, type ModelName } from '../model/model.ts';
import type { Entity, PothosBuilder } from './entity.ts';
import { COUNT_OPERATORS } from './operator.ts';

type InputType = InputRef<object> | InputRef<string> | 'Int' | 'Boolean' | 'String' | 'ID';

interface EnumOptions {
  readonly description: string;
  readonly values: readonly (readonly [string, { readonly description: string; readonly value?: unknown }])[];
}

/** Comparisons of a count. */
export function comparisons(): Readonly<Record<string, InputField>> {
  return Object.fromEntries(
    Object.entries(COUNT_OPERATORS).map(([op, { shape, description }]) => [
      op,
      { type: shape === 'list' ? (['Int'] as const) : 'Int', description },
    ]),
  );
}

export interface InputField {
  readonly required?: boolean;
  readonly type: InputType | readonly [InputType];
  readonly description: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface InputOptions {
  readonly description: string;
  readonly isOneOf?: boolean;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly fields: () => Readonly<Record<string, InputField>>;
}

/** Makes input and enum types, each once, under its name. */
export class InputMaker {
  readonly #builder: PothosBuilder;
  readonly #entities: ReadonlyMap<ModelName, Entity>;
  readonly #made = new Map<string, InputRef<object>>();
  /** The enums of the model. */
  readonly enums: ReadonlyMap<EnumName, InputRef<string>>;

  constructor(builder: PothosBuilder, entities: ReadonlyMap<ModelName, Entity>) {
    this.#builder = builder;
    this.#entities = entities;
    this.enums = enumTypes(builder);
  }

  /** An entity of the API. Throws an internal error for any other model. */
  entity(name: ModelName): Entity {
    const entity = this.#entities.get(name);
    if (!entity) throw new Error(`${name} is not an entity of the API, but a field returns it`);
    return entity;
  }

  /** Makes an input type once. It is known before its fields are made, so that types can refer to each other. */
  make(name: string, { fields, ...options }: InputOptions): InputRef<object> {
    const known = this.#made.get(name);
    if (known) return known;
    const ref = this.#builder.inputRef<object>(name);
    this.#made.set(name, ref);
    ref.implement({
      ...options,
      fields: (t) =>
        Object.fromEntries(
          Object.entries(fields()).map(([key, field]) => [key, t.field({ required: false, ...field } as never)]),
        ),
    });
    return ref;
  }

  /** Makes an enum type once; values can have another internal value. */
  enum(name: string, { description, values }: EnumOptions): InputRef<object> {
    const known = this.#made.get(name);
    if (known) return known;
    const ref = this.#builder.enumType(name, { description, values: Object.fromEntries(values) as never });
    this.#made.set(name, ref as unknown as InputRef<object>);
    return ref as unknown as InputRef<object>;
  }

  /** The directions of an order. */
  direction(): InputRef<object> {
    return this.enum('Direction', {
      description: 'The direction of an order.',
      values: [
        ['ASC', { description: 'Ascending, nulls last.' }],
        ['DESC', { description: 'Descending, nulls last.' }],
        ['ASC_NULLS_FIRST', { description: 'Ascending, nulls first.' }],
        ['DESC_NULLS_FIRST', { description: 'Descending, nulls first.' }],
      ],
    });
  }
}

function enumTypes(builder: PothosBuilder): ReadonlyMap<EnumName, InputRef<string>> {
  return new Map(
    (Object.keys(enums) as EnumName[]).map((name) => {
      const { doc, values } = enums[name];
      const described = Object.fromEntries(
        Object.entries(values).map(([value, description]) => [value, { description }]),
      );
      return [name, builder.enumType(name, { description: doc, values: described }) as unknown as InputRef<string>];
    }),
  );
}
