import type { InputRef } from '@pothos/core';
import { type EnumName, enums, type ModelName, models } from '../model/model.ts';
import { columnOf } from '../query/row.ts';
import type { Builder, Entity } from './builder.ts';
import { columnMeant, type FieldDeclaration, relationMeant } from './declaration.ts';
import { COUNT_OPERATORS, Operators } from './operator.ts';
import type { OutputRef } from './part.ts';

/** The inputs that follow from the entities' fields: filters, orders, dimensions. Each is made when first asked for. */
export class Inputs {
  readonly #builder: Builder;
  readonly #entities: ReadonlyMap<ModelName, Entity>;
  readonly #operators: Operators;
  readonly #made = new Map<string, InputRef<object>>();
  readonly enums: ReadonlyMap<EnumName, InputRef<string>>;

  constructor(builder: Builder, entities: ReadonlyMap<ModelName, Entity>) {
    this.#builder = builder;
    this.#entities = entities;
    this.enums = enumTypes(builder);
    this.#operators = new Operators(builder, this.enums);
  }

  /** `<Entity>Where`. */
  where(name: ModelName): InputRef<object> {
    const entity = this.#entity(name);
    return this.#make(`${name}Where`, {
      description: `A condition on a row of ${name}. Several fields all have to hold; {} holds for every row.`,
      extensions: { onrecord: { model: name } },
      fields: () => {
        const own = { ...entity.fields, ...entity.filters };
        const conditions = Object.entries(own).map(([key, field]) => [key, this.#condition(name, field)] as const);
        const details = entity.details.map((detail) => [lowerFirst(detail), this.#detail(name, detail)] as const);
        const self = this.where(name);
        return {
          ...Object.fromEntries([...conditions, ...details]),
          AND: { type: [self], description: 'All of these hold; an empty list holds for every row.' },
          OR: { type: [self], description: 'At least one of these holds; an empty list holds for none.' },
          NOT: {
            type: self,
            description:
              'This does not hold. The logic has two values: what is null does not equal, so NOT of an equality holds for it.',
          },
          isNull: {
            type: 'Boolean',
            description:
              'Only where this filter stands on a to-one relation, and alone: true where the relation has no row, false where it has one.',
          },
        };
      },
    });
  }

  #condition(model: ModelName, field: FieldDeclaration): InputField {
    const { meaning, description } = field;
    const extensions = { onrecord: meaning };
    const column = columnMeant(model, field);
    if (meaning.kind === 'column' && column)
      return { type: this.#operators.of(column, meaning.column === 'id'), description, extensions };
    if (meaning.kind === 'anyText') return { type: this.#operators.words(), description, extensions };
    if (meaning.kind === 'when') return { type: this.#when(), description, extensions };
    if (meaning.kind === 'many') return { type: this.#list(meaning.of), description, extensions };
    const relation = relationMeant(model, field);
    if (!relation) throw new Error(`${model}: ${meaning.kind} is no filter`);
    const hint = relation.nullable ? ' {} holds where there is one, { isNull: true } where there is none.' : '';
    return { type: this.where(relation.model), description: `${description}${hint}`, extensions };
  }

  #detail(base: ModelName, detail: ModelName): InputField {
    return {
      type: this.where(detail),
      description: `Holds for a ${base} that is a ${detail} and meets this condition; {} for every ${detail}.`,
      extensions: { onrecord: { kind: 'detail', model: detail } },
    };
  }

  #list(name: ModelName): InputRef<object> {
    return this.#make(`${name}ListWhere`, {
      description: `A condition on a list of ${name}. Several fields all have to hold.`,
      fields: () => ({
        some: {
          type: this.where(name),
          description: 'At least one row of the list meets this; {} where the list is not empty.',
        },
        every: { type: this.where(name), description: 'No row of the list fails this; holds on an empty list.' },
        none: { type: this.where(name), description: 'No row of the list meets this; {} where the list is empty.' },
        count: { type: this.#count(name), description: 'How many rows the list has.' },
      }),
    });
  }

  #count(name: ModelName): InputRef<object> {
    return this.#make(`${name}CountWhere`, {
      description: `A condition on the number of rows in a list of ${name}. Example: { gte: 2, distinct: ARTICLE } asks for rows from at least two articles.`,
      fields: () => ({
        ...comparisons(),
        where: { type: this.where(name), description: 'Counts only rows that meet this.' },
        distinct: {
          type: this.dimension(name),
          description: 'Counts the different values of this, not the rows; rows without a value do not count.',
        },
      }),
    });
  }

  /** `<Entity>Order`. */
  order(name: ModelName): InputRef<object> {
    const entity = this.#entity(name);
    return this.#make(`${name}Order`, {
      description: `One key of an order of ${name}: exactly one field. Texts order by their sort key (without case and accents), nulls stand last unless asked otherwise.`,
      isOneOf: true,
      fields: () =>
        Object.fromEntries(
          Object.entries(entity.fields).flatMap(([key, field]) => {
            const type = this.#orderOf(name, field);
            return type
              ? [[key, { type, description: field.description, extensions: { onrecord: field.meaning } }]]
              : [];
          }),
        ),
    });
  }

  #orderOf(model: ModelName, field: FieldDeclaration): InputRef<object> | InputRef<string> | undefined {
    const { meaning } = field;
    if (meaning.kind === 'column') return columnMeant(model, field)?.list ? undefined : this.#direction();
    if (meaning.kind === 'when') return this.#whenOrder();
    if (meaning.kind === 'many') return this.#countOrder(meaning.of);
    const relation = meaning.kind === 'one' ? relationMeant(model, field) : undefined;
    return relation && this.order(relation.model);
  }

  /** `<Entity>Dimension`. */
  dimension(name: ModelName): InputRef<object> {
    return this.#enum(`${name}Dimension`, {
      description: `What rows of ${name} can be grouped and counted by.`,
      values: this.#entity(name).dimensions.map(({ dimension, description }) => [
        dimension.name,
        { value: dimension, description },
      ]),
    });
  }

  /** `<Entity>Measure`; undefined for an entity without numbers and dates. */
  measure(name: ModelName): InputRef<object> | undefined {
    const { measures } = this.#entity(name);
    if (!measures.length) return undefined;
    return this.#enum(`${name}Measure`, {
      description: `What groups of ${name} can tell the least and the greatest of.`,
      values: measures.map(({ measure, description }) => [measure.name, { value: measure, description }]),
    });
  }

  /** `<Entity>Having`. */
  having(name: ModelName): InputRef<object> {
    return this.#make(`${name}Having`, {
      description: `A condition on a group of ${name}. Several fields all have to hold.`,
      fields: () => {
        const self = this.having(name);
        return {
          count: { type: this.#comparison(), description: 'How many rows the group has.' },
          distinct: {
            type: this.#distinctHaving(name),
            description: 'How many different values of a dimension the group has.',
          },
          AND: { type: [self], description: 'All of these hold; an empty list holds for every group.' },
          OR: { type: [self], description: 'At least one of these holds; an empty list holds for none.' },
          NOT: { type: self, description: 'This does not hold.' },
        };
      },
    });
  }

  #comparison(): InputRef<object> {
    return this.#make('CountComparison', { description: 'A condition on a number of rows.', fields: comparisons });
  }

  #distinctHaving(name: ModelName): InputRef<object> {
    return this.#make(`${name}DistinctHaving`, {
      description: 'A condition on a number of different values.',
      fields: () => ({
        of: {
          type: this.dimension(name),
          required: true,
          description: 'Whose values are counted; rows without one do not count.',
        },
        ...comparisons(),
      }),
    });
  }

  /** `<Entity>GroupOrder`. */
  groupOrder(name: ModelName): InputRef<object> {
    const type = this.#direction();
    const keys = this.#entity(name).dimensions.map(({ key, description }) => [
      key,
      {
        type,
        description: `By this value, which has to be in \`by\`: rows in the natural order of their list. ${description}`,
      },
    ]);
    return this.#make(`${name}GroupOrder`, {
      description: `One key of an order of groups of ${name}: exactly one field. The server adds what makes the order total.`,
      isOneOf: true,
      fields: () => ({
        ...Object.fromEntries(keys),
        count: { type, description: 'By the number of rows in the group.' },
        distinct: { type: this.#distinctOrder(name), description: 'By the number of different values of a dimension.' },
      }),
    });
  }

  #distinctOrder(name: ModelName): InputRef<object> {
    return this.#make(`${name}DistinctOrder`, {
      description: 'An order by a number of different values.',
      fields: () => ({
        of: { type: this.dimension(name), required: true, description: 'Whose values are counted.' },
        direction: { type: this.#direction(), required: true, description: 'Upwards or downwards.' },
      }),
    });
  }

  #countOrder(name: ModelName): InputRef<object> {
    return this.#make(`${name}CountOrder`, {
      description: `An order by the number of rows in a list of ${name}.`,
      fields: () => ({
        count: { type: this.#direction(), required: true, description: 'Upwards or downwards.' },
        where: { type: this.where(name), description: 'Counts only rows that meet this.' },
        distinct: { type: this.dimension(name), description: 'Counts the different values of this, not the rows.' },
      }),
    });
  }

  #when(): InputRef<object> {
    const date = this.#operators.of(DATE, false);
    const text = this.#operators.of({ ...DATE, type: 'String' }, false);
    const basis = this.#operators.of({ ...DATE, type: 'Enum', enum: 'Basis' }, false);
    return this.#make('WhenWhere', {
      description: 'A condition on a date as far as it is known.',
      fields: () => ({
        earliest: { type: date, description: 'The earliest possible day.' },
        latest: { type: date, description: 'The latest possible day.' },
        time: { type: text, description: 'The time of day as printed.' },
        text: { type: text, description: 'The words of the article, as printed.' },
        basis: { type: basis, description: 'On what ground the date is said.' },
        isNull: { type: 'Boolean', description: 'True where nothing is known of the date.' },
      }),
    });
  }

  #whenOrder(): InputRef<object> {
    const type = this.#direction();
    return this.#make('WhenOrder', {
      description: 'One key of an order by a date: exactly one field.',
      isOneOf: true,
      fields: () => ({
        earliest: { type, description: 'By the earliest possible day.' },
        latest: { type, description: 'By the latest possible day.' },
        time: { type, description: 'By the time of day as printed.' },
        text: { type, description: 'By the words as printed.' },
        basis: { type, description: 'By the ground on which the date is said.' },
      }),
    });
  }

  #direction(): InputRef<object> {
    return this.#enum('Direction', {
      description: 'The direction of an order.',
      values: [
        ['ASC', { description: 'Upwards, nulls last.' }],
        ['DESC', { description: 'Downwards, nulls last.' }],
        ['ASC_NULLS_FIRST', { description: 'Upwards, nulls first.' }],
        ['DESC_NULLS_FIRST', { description: 'Downwards, nulls first.' }],
      ],
    });
  }

  #enum(name: string, { description, values }: EnumOptions): InputRef<object> {
    const known = this.#made.get(name);
    if (known) return known;
    const ref = this.#builder.enumType(name, { description, values: Object.fromEntries(values) as never });
    this.#made.set(name, ref as unknown as InputRef<object>);
    return ref as unknown as InputRef<object>;
  }

  /** The enum of an entity's column. */
  enumOf(name: ModelName, column: string): OutputRef {
    const ref = this.enums.get(columnOf(models[name], column).enum ?? ('' as EnumName));
    if (!ref) throw new Error(`${name}.${column} is no enum`);
    return ref as unknown as OutputRef;
  }

  #entity(name: ModelName): Entity {
    const entity = this.#entities.get(name);
    if (!entity) throw new Error(`${name} is no entity of the API, but a field leads to it`);
    return entity;
  }

  /** Makes an input type once. It is known before its fields are made, so that types can refer to each other. */
  #make(name: string, { fields, ...options }: InputOptions): InputRef<object> {
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
}

type InputType = InputRef<object> | InputRef<string> | 'Int' | 'Boolean';

interface EnumOptions {
  readonly description: string;
  readonly values: readonly (readonly [string, { readonly description: string; readonly value?: unknown }])[];
}

/** The comparisons of a number of rows. */
function comparisons(): Readonly<Record<string, InputField>> {
  return Object.fromEntries(
    Object.entries(COUNT_OPERATORS).map(([op, { shape, description }]) => [
      op,
      { type: shape === 'list' ? (['Int'] as const) : 'Int', description },
    ]),
  );
}

interface InputField {
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

const DATE = { type: 'Date', enum: null, nullable: true, list: false, sortKey: null, doc: '' } as const;

function enumTypes(builder: Builder): ReadonlyMap<EnumName, InputRef<string>> {
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

function lowerFirst(name: string): string {
  return `${name[0]?.toLowerCase()}${name.slice(1)}`;
}
