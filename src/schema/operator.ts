import type { InputRef } from '@pothos/core';
import { type Column, type EnumName, enums } from '../model/model.ts';
import type {
  Comparison,
  CountOperator,
  Equality,
  ListOperator,
  OperatorName,
  TextOperator,
} from '../query/filter/operator-name.ts';
import type { PothosBuilder } from './entity.ts';

/** The type of one operator: the scalar or enum itself, a list of it, or a Boolean. */
type Shape = 'value' | 'list' | 'boolean' | 'text';

interface Operator {
  readonly shape: Shape;
  readonly description: string;
}

const EQUALITY: Readonly<Record<Equality, Operator>> = {
  eq: { shape: 'value', description: 'Equal to this, to the letter.' },
  ne: { shape: 'value', description: 'Not equal to this; holds where there is no value.' },
  in: { shape: 'list', description: 'Equal to one of these; an empty list matches nothing.' },
  notIn: { shape: 'list', description: 'Equal to none of these; holds where there is no value.' },
};

const IS_NULL: Readonly<Record<'isNull', Operator>> = {
  isNull: { shape: 'boolean', description: 'True: there is no value. False: there is one.' },
};

const COMPARISON: Readonly<Record<Comparison, Operator>> = {
  lt: { shape: 'value', description: 'Less than this: smaller, earlier, or for a text before it by sort key.' },
  lte: { shape: 'value', description: 'Less than this, or the same.' },
  gt: { shape: 'value', description: 'More than this: greater, later, or for a text behind it by sort key.' },
  gte: { shape: 'value', description: 'More than this, or the same.' },
};

const CONTAINS: Readonly<Record<'contains', Operator>> = {
  contains: {
    shape: 'text',
    description: 'Holds this text; case, accents and kinds of hyphen do not matter: "lokke" finds "Løkke".',
  },
};

const TEXT: Readonly<Record<Exclude<TextOperator, 'matches'>, Operator>> = {
  ...CONTAINS,
  startsWith: { shape: 'text', description: 'Begins with this text; case, accents and kinds of hyphen do not matter.' },
  endsWith: { shape: 'text', description: 'Ends with this text; case, accents and kinds of hyphen do not matter.' },
  similar: {
    shape: 'text',
    description:
      'Looks like this text as a whole: at least 0.3 of the sequences of three letters of both are in both, so that "Kaja Kalas" finds "Kaja Kallas". Good for names with a typing mistake; for words in a long text use `contains` or `matches`.',
  },
};

const FULL_TEXT: Readonly<Record<'matches', Operator>> = {
  matches: {
    shape: 'text',
    description:
      'Holds these words, anywhere and in any form, as in a web search: `frozen assets` (both words), `"frozen assets"` (side by side), `loan or bond`, `assets -frozen` (not that word). English endings do not matter: "guarantee" finds "guarantees". Words like "the" count for nothing; with no other word it matches nothing. Words with a minus alone match every text that has none of them: `-frozen`; to find rows without any such text too, write NOT: { … { matches: "frozen" } }.',
  },
};

const LIST: Readonly<Record<ListOperator, Operator>> = {
  has: { shape: 'text', description: 'One of the elements is this, to the letter.' },
  isEmpty: { shape: 'boolean', description: 'True: the list has no element. False: it has some.' },
};

type Kind = Column['type'] | 'ID' | 'List' | 'Text' | 'LongText' | 'Words';

const OPERATORS: Readonly<Record<Kind, Readonly<Partial<Record<OperatorName, Operator>>>>> = {
  ID: { ...EQUALITY, ...IS_NULL },
  String: { ...EQUALITY, ...COMPARISON, ...TEXT, ...IS_NULL },
  Int: { ...EQUALITY, ...COMPARISON, ...IS_NULL },
  Decimal: { ...EQUALITY, ...COMPARISON, ...IS_NULL },
  Date: { ...EQUALITY, ...COMPARISON, ...IS_NULL },
  DateTime: { ...EQUALITY, ...COMPARISON, ...IS_NULL },
  Boolean: { ...EQUALITY, ...IS_NULL },
  Enum: { ...EQUALITY, ...IS_NULL },
  List: LIST,
  Text: { ...EQUALITY, ...COMPARISON, ...TEXT, ...FULL_TEXT, ...IS_NULL },
  LongText: { ...CONTAINS, ...FULL_TEXT },
  Words: { ...TEXT, ...FULL_TEXT },
};

/** The comparisons that a count takes. */
export const COUNT_OPERATORS: Readonly<Record<CountOperator, Operator>> = { ...EQUALITY, ...COMPARISON };

interface ColumnOptions {
  readonly isId?: boolean;
  readonly fullText?: boolean | undefined;
}

/** The filters on values: one input type for each scalar and enum, made when first asked for. */
export class Operators {
  readonly #builder: PothosBuilder;
  readonly #enums: ReadonlyMap<EnumName, InputRef<string>>;
  readonly #made = new Map<string, InputRef<object>>();

  constructor(builder: PothosBuilder, enumRefs: ReadonlyMap<EnumName, InputRef<string>>) {
    this.#builder = builder;
    this.#enums = enumRefs;
  }

  /** The input type with a column's operators: `StringWhere`, `StanceWhere` ... */
  of(column: Column, { isId = false, fullText = false }: ColumnOptions = {}): InputRef<object> {
    if (column.list) return this.#make('StringListWhere', 'List', 'A condition on a list of texts.');
    if (isId) return this.#make('IDWhere', 'ID', 'A condition on a global id.');
    if (fullText) return this.#make('TextWhere', 'Text', 'A condition on a text whose words are indexed.');
    if (column.type !== 'Enum')
      return this.#make(`${column.type}Where`, column.type, `A condition on a value of type ${column.type}.`);
    if (!column.enum) throw new Error('an enum column without an enum');
    return this.#make(
      `${column.enum}Where`,
      'Enum',
      `A condition on a value of type ${column.enum}: ${enums[column.enum].doc}`,
      column.enum,
    );
  }

  /** The input type for several texts of which any may hold. */
  words(): InputRef<object> {
    return this.#make(
      'WordsWhere',
      'Words',
      'A condition that one of several texts has to meet, each operator by itself. Catch: `-frozen` holds where one of them has no such word; to leave it out of all, write NOT: { … { matches: "frozen" } }.',
    );
  }

  /** The input type for the text of a whole article, of which an index knows the parts and the words. */
  longText(): InputRef<object> {
    return this.#make('LongTextWhere', 'LongText', 'A condition on a long text: all of them have to hold.');
  }

  #make(name: string, kind: Kind, description: string, enumName?: EnumName): InputRef<object> {
    const known = this.#made.get(name);
    if (known) return known;
    const scalar = kind === 'List' || kind === 'Text' || kind === 'LongText' || kind === 'Words' ? 'String' : kind;
    const ref = this.#builder.inputType(name, {
      description,
      fields: (t) =>
        Object.fromEntries(
          Object.entries(OPERATORS[kind]).map(([op, operator]) => {
            const options = { required: false, description: operator.description } as const;
            if (operator.shape === 'boolean') return [op, t.boolean(options)];
            if (operator.shape === 'text') return [op, t.string(options)];
            const type = scalar === 'Enum' ? this.#enumRef(enumName) : scalar;
            return [
              op,
              operator.shape === 'list' ? t.field({ ...options, type: [type] }) : t.field({ ...options, type }),
            ];
          }),
        ),
    });
    this.#made.set(name, ref);
    return ref;
  }

  #enumRef(name: EnumName | undefined): InputRef<string> {
    const ref = name && this.#enums.get(name);
    if (!ref) throw new Error(`no enum ${name}`);
    return ref;
  }
}
