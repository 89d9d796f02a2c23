import type { InputRef } from '@pothos/core';
import { type EnumName, type ModelName, models } from '../model/model.ts';
import type { Quantifier } from '../query/filter/operator-name.ts';
import { columnOf } from '../query/sql/row.ts';
import { type FieldDeclaration, mappedColumn, mappedRelation } from './declaration.ts';
import type { Entity, PothosBuilder } from './entity.ts';
import { firstSentence } from './first-sentence.ts';
import { GroupInputs } from './group-input.ts';
import { comparisons, type InputField, InputMaker } from './input-maker.ts';
import { Operators } from './operator.ts';
import type { OutputRef } from './part.ts';

/** Filters, orders and inputs of groups, derived from the entities' fields. Each is made on first use. */
export class Inputs {
  readonly maker: InputMaker;
  readonly #operators: Operators;
  readonly groups: GroupInputs;

  constructor(builder: PothosBuilder, entities: ReadonlyMap<ModelName, Entity>) {
    this.maker = new InputMaker(builder, entities);
    this.#operators = new Operators(builder, this.maker.enums);
    this.groups = new GroupInputs(this.maker, {
      where: (name) => this.count(name),
      order: (name) => this.#countOrder(name),
    });
  }

  /** `<Entity>Where`. */
  where(name: ModelName): InputRef<object> {
    const entity = this.maker.entity(name);
    return this.maker.make(`${name}Where`, {
      description: `A condition on ${name}; all fields given must be true. {} is true for every row.`,
      extensions: { onrecord: { model: name } },
      fields: () => {
        const own = { ...entity.fields, ...entity.filters };
        const conditions = Object.entries(own).flatMap(([key, field]) => {
          const condition = this.#condition(name, field);
          return condition ? [[key, condition] as const] : [];
        });
        const subtypes = entity.subtypes.map((subtype) => [lowerFirst(subtype), this.#subtype(subtype)] as const);
        const self = this.where(name);
        return {
          ...Object.fromEntries([...conditions, ...subtypes]),
          as: {
            type: 'String',
            description:
              'A name for this row, for `is` and `row` inside; in a to-one relation also next to it, in the `where` of a list also in its selection.',
          },
          is: { type: 'String', description: 'This row is the one with this name.' },
          AND: { type: [self], description: 'All of these; true if empty.' },
          OR: { type: [self], description: 'At least one of these; false if empty.' },
          NOT: {
            type: self,
            description: 'Not this. Two-valued logic: NOT of a comparison is true for null.',
          },
          isNull: {
            type: 'Boolean',
            description: 'Whether there is no related row. Only for a to-one relation, and without other fields.',
          },
        };
      },
    });
  }

  /** The condition on a field; undefined if rows cannot be filtered by it. */
  #condition(model: ModelName, field: FieldDeclaration): InputField | undefined {
    const { mapping } = field;
    const description = firstSentence(field.description);
    const extensions = { onrecord: field.hidden ?? mapping };
    const column = mappedColumn(model, field);
    if (mapping.kind === 'column' && column)
      return {
        type: this.#operators.of(column, { isId: mapping.column === 'id', fullText: field.fullText }),
        description,
        extensions,
      };
    if (mapping.kind === 'excerpt' || mapping.kind === 'context') return undefined;
    if (mapping.kind === 'farText')
      return {
        type: this.#operators.longText(),
        description:
          'A condition on the text of the article; false where no text is loaded. Rejected with FORBIDDEN on a server that does not show texts.',
        extensions,
      };
    if (mapping.kind === 'anyText') return { type: this.#operators.words(), description, extensions };
    if (mapping.kind === 'when') return { type: this.when(), description, extensions };
    if (mapping.kind === 'many') return { type: this.#list(mapping.of), description, extensions };
    const relation = mappedRelation(model, field);
    if (!relation) throw new Error(`${model}: ${mapping.kind} is not a filter`);
    const hint = relation.nullable ? ' {} is true if there is one, { isNull: true } if there is none.' : '';
    return { type: this.where(relation.model), description: `${description}${hint}`, extensions };
  }

  #subtype(subtype: ModelName): InputField {
    return {
      type: this.where(subtype),
      description: `True for rows of type ${subtype} that meet this condition; {} for every ${subtype}.`,
      extensions: { onrecord: { kind: 'subtype', model: subtype } },
    };
  }

  #list(name: ModelName): InputRef<object> {
    return this.maker.make(`${name}ListWhere`, {
      description: `A condition on a list of ${name}; all fields given must be true.`,
      fields: (): Record<Quantifier | 'count', InputField> => ({
        some: {
          type: this.where(name),
          description: 'At least one row matches. With {}: the list is not empty.',
        },
        every: { type: this.where(name), description: 'Every row matches; true for an empty list.' },
        none: { type: this.where(name), description: 'No row matches. With {}: the list is empty.' },
        count: { type: this.count(name), description: 'The number of rows.' },
      }),
    });
  }

  /** `<Entity>CountWhere`. */
  count(name: ModelName): InputRef<object> {
    return this.maker.make(`${name}CountWhere`, {
      description: `A condition on the number of ${name} rows. Example: { gte: 2, distinct: ARTICLE }.`,
      fields: () => ({
        ...comparisons(),
        where: { type: this.where(name), description: 'Counts only rows that match.' },
        ...this.#distinct(name),
      }),
    });
  }

  #distinct(name: ModelName): Readonly<Record<string, InputField>> {
    const type = this.groups.dimension(name);
    return type
      ? { distinct: { type, description: 'Counts the distinct values of this instead of rows; nulls do not count.' } }
      : {};
  }

  /** `<Entity>Order`. */
  order(name: ModelName): InputRef<object> {
    const entity = this.maker.entity(name);
    return this.maker.make(`${name}Order`, {
      description: `One sort key of ${name}: exactly one field.`,
      isOneOf: true,
      fields: () => ({
        ...Object.fromEntries(
          Object.entries(entity.fields).flatMap(([key, field]) => {
            const type = this.#orderOf(name, field);
            return type
              ? [
                  [
                    key,
                    { type, description: firstSentence(field.description), extensions: { onrecord: field.mapping } },
                  ],
                ]
              : [];
          }),
        ),
        ...this.#relevance(entity),
      }),
    });
  }

  /** The order by relevance, for an entity with texts whose words are indexed. */
  #relevance({ fields }: Entity): Readonly<Record<string, InputField>> {
    const indexed = Object.entries(fields).filter(([, { fullText }]) => fullText);
    const columns = indexed.flatMap(([, { mapping }]) => (mapping.kind === 'column' ? [mapping.column] : []));
    if (!columns.length) return {};
    const names = indexed.map(([name]) => `\`${name}\``).join(', ');
    return {
      relevance: {
        type: this.maker.make('RelevanceOrder', {
          description:
            'An order by relevance: the more often the words occur, and the closer together, the better. Example: { to: "frozen assets" }.',
          fields: () => ({
            to: { type: 'String', required: true, description: 'The words, as for `matches`.' },
            direction: {
              type: this.maker.direction(),
              description: 'DESC by default: best match first. Relevance is 0 where the words do not occur.',
            },
          }),
        }),
        description: `By the relevance of some words in ${names}; the best match counts.`,
        extensions: { onrecord: { kind: 'relevance', columns } },
      },
    };
  }

  #orderOf(model: ModelName, field: FieldDeclaration): InputRef<object> | InputRef<string> | undefined {
    const { mapping } = field;
    if (mapping.kind === 'column') return mappedColumn(model, field)?.list ? undefined : this.maker.direction();
    if (mapping.kind === 'when') return this.#whenOrder();
    if (mapping.kind === 'many') return this.#countOrder(mapping.of);
    const relation = mapping.kind === 'one' ? mappedRelation(model, field) : undefined;
    return relation && this.order(relation.model);
  }

  #countOrder(name: ModelName): InputRef<object> {
    return this.maker.make(`${name}CountOrder`, {
      description: `An order by the number of ${name} rows.`,
      fields: () => ({
        count: { type: this.maker.direction(), required: true, description: 'Ascending or descending.' },
        where: { type: this.where(name), description: 'Counts only rows that match.' },
        ...this.#distinct(name),
      }),
    });
  }

  /** `WhenWhere`. */
  when(): InputRef<object> {
    const date = this.#operators.of(DATE);
    const text = this.#operators.of({ ...DATE, type: 'String' });
    const basis = this.#operators.of({ ...DATE, type: 'Enum', enum: 'Basis' });
    return this.maker.make('WhenWhere', {
      description: 'A condition on a date, as precisely as it is known.',
      fields: () => ({
        earliest: { type: date, description: 'The earliest possible day.' },
        latest: { type: date, description: 'The latest possible day.' },
        time: { type: text, description: 'The time of day as printed.' },
        text: { type: text, description: 'The date as printed.' },
        basis: { type: basis, description: 'The basis of the date.' },
        isNull: { type: 'Boolean', description: 'Whether the date is unknown.' },
      }),
    });
  }

  #whenOrder(): InputRef<object> {
    const type = this.maker.direction();
    return this.maker.make('WhenOrder', {
      description: 'One sort key of a date: exactly one field.',
      isOneOf: true,
      fields: () => ({
        earliest: { type, description: 'By the earliest possible day; where it is open, by the latest.' },
        latest: { type, description: 'By the latest possible day; where it is open, by the earliest.' },
        time: { type, description: 'By the time of day as printed.' },
        text: { type, description: 'By the date as printed.' },
        basis: { type, description: 'By the basis of the date.' },
      }),
    });
  }

  /** The enums of the model. */
  get enums(): ReadonlyMap<EnumName, InputRef<string>> {
    return this.maker.enums;
  }

  /** The enum of an entity's column. */
  enumOf(name: ModelName, column: string): OutputRef {
    const ref = this.enums.get(columnOf(models[name], column).enum ?? ('' as EnumName));
    if (!ref) throw new Error(`${name}.${column} is not an enum`);
    return ref as unknown as OutputRef;
  }
}

const DATE = { type: 'Date', enum: null, nullable: true, list: false, sortKey: null, doc: '' } as const;

function lowerFirst(name: string): string {
  return `${name[0]?.toLowerCase()}${name.slice(1)}`;
}
