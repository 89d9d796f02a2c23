import type { InputRef } from '@pothos/core';
import { type Column, type EnumName, enums } from '../model/model.ts';
import {
  type Comparison,
  type CountOperator,
  type Equality,
  type ListOperator,
  type OperatorName,
  ROW,
  type RowComparison,
  type TextOperator,
} from '../query/filter/operator-name.ts';
import type { PothosBuilder } from './entity.ts';

/** The type of one operator: the scalar or enum itself, a list of it, or a Boolean. */
type Shape = 'value' | 'list' | 'boolean' | 'text';

interface Operator {
  readonly shape: Shape;
  readonly description: string;
}

const EQUALITY: Readonly<Record<Equality, Operator>> = {
  eq: { shape: 'value', description: 'Exactly equal, case-sensitive.' },
  ne: { shape: 'value', description: 'Not equal; also true for null.' },
  in: { shape: 'list', description: 'Equal to one of these.' },
  notIn: { shape: 'list', description: 'Equal to none of these; also true for null.' },
};

const IS_NULL: Readonly<Record<'isNull', Operator>> = {
  isNull: { shape: 'boolean', description: 'Whether the value is null.' },
};

const COMPARISON: Readonly<Record<Comparison, Operator>> = {
  lt: { shape: 'value', description: 'Less than.' },
  lte: { shape: 'value', description: 'Less than or equal.' },
  gt: { shape: 'value', description: 'Greater than.' },
  gte: { shape: 'value', description: 'Greater than or equal.' },
};

const CONTAINS: Readonly<Record<'contains', Operator>> = {
  contains: {
    shape: 'text',
    description: 'Contains this text; ignores case, accents and kinds of hyphen: "lokke" finds "Løkke".',
  },
};

const TEXT: Readonly<Record<Exclude<TextOperator, 'matches'>, Operator>> = {
  ...CONTAINS,
  startsWith: { shape: 'text', description: 'Starts with this text; ignores case and accents.' },
  endsWith: { shape: 'text', description: 'Ends with this text; ignores case and accents.' },
  similar: {
    shape: 'text',
    description:
      'Looks like this text as a whole (trigram similarity of at least 0.3), so that "Kaja Kalas" finds "Kaja Kallas". For misspelt names; for words in a long text use `contains` or `matches`.',
  },
};

const FULL_TEXT: Readonly<Record<'matches', Operator>> = {
  matches: {
    shape: 'text',
    description:
      'Full-text search, as on the web: `frozen assets` (both words), `"frozen assets"` (adjacent), `loan or bond`, `assets -frozen` (without that word). English endings are ignored: "guarantee" finds "guarantees". Stop words such as "the" are ignored, unless there are no others: "WHO" is a name. `-frozen` alone matches texts without that word; to include rows without a text, write NOT: { … { matches: "frozen" } }.',
  },
};

const LIST: Readonly<Record<ListOperator, Operator>> = {
  has: { shape: 'text', description: 'Has this element; exact, case-sensitive.' },
  isEmpty: { shape: 'boolean', description: 'Whether the list is empty.' },
};

type Kind = Column['type'] | 'ID' | 'List' | 'Text' | 'LongText' | 'Words';

const OPERATORS = known({
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
});

type KeysOf<T> = T extends unknown ? keyof T : never;

/** Fails the type check for an operator that the compiler does not know: a spread hides it from the usual check. */
function known<T extends Readonly<Record<Kind, Readonly<Partial<Record<OperatorName, Operator>>>>>>(
  operators: [Exclude<KeysOf<T[keyof T]>, OperatorName>] extends [never] ? T : never,
): Readonly<Record<Kind, Readonly<Partial<Record<OperatorName, Operator>>>>> {
  return operators;
}

/** The comparisons that a count takes. */
export const COUNT_OPERATORS: Readonly<Record<CountOperator, Operator>> = { ...EQUALITY, ...COMPARISON };

const ROW_EQUALITY = {
  eq: 'Equal to the value of the row with this name; false if either is null.',
  ne: 'Not equal to it; also true if either is null.',
} as const satisfies Partial<Readonly<Record<RowComparison, string>>>;

const ROW_COMPARISON: Readonly<Record<RowComparison, string>> = {
  ...ROW_EQUALITY,
  lt: 'Less than the value of the row with this name.',
  lte: 'Less than or equal to it.',
  gt: 'Greater than it.',
  gte: 'Greater than or equal to it.',
};

/** The comparisons with the same field of a named row, for the kinds of values that have them. */
const OF_ROWS: Readonly<Partial<Record<Kind, Readonly<Partial<Record<RowComparison, string>>>>>> = {
  String: ROW_COMPARISON,
  Text: ROW_COMPARISON,
  Int: ROW_COMPARISON,
  Decimal: ROW_COMPARISON,
  Date: ROW_COMPARISON,
  DateTime: ROW_COMPARISON,
  Boolean: ROW_EQUALITY,
  Enum: ROW_EQUALITY,
};

interface ColumnOptions {
  readonly isId?: boolean;
  readonly fullText?: boolean | undefined;
}

/** The filters on values: one input type for each scalar and enum, made on first use. */
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
    if (column.list) return this.#make('StringListWhere', 'List', 'A condition on a list of strings.');
    if (isId) return this.#make('IDWhere', 'ID', 'A condition on a global id.');
    if (fullText)
      return this.#make(
        'TextWhere',
        'Text',
        'A condition on a text with a full-text index. Texts compare by sort key, without case and accents.',
      );
    if (column.type !== 'Enum')
      return this.#make(
        `${column.type}Where`,
        column.type,
        `A condition on a value of type ${column.type}.${column.type === 'String' ? ' Texts compare by sort key, without case and accents.' : ''}`,
      );
    if (!column.enum) throw new Error('an enum column without an enum');
    return this.#make(
      `${column.enum}Where`,
      'Enum',
      `A condition on a value of type ${column.enum}: ${enums[column.enum].doc}`,
      column.enum,
    );
  }

  /** The input type for several texts, any of which may match. */
  words(): InputRef<object> {
    return this.#make(
      'WordsWhere',
      'Words',
      'A condition that at least one of several texts must meet; each operator is checked separately. `-frozen` is true if one of them lacks that word; to exclude it from all, write NOT: { … { matches: "frozen" } }.',
    );
  }

  /** The input type for the text of a whole article, which has trigram and full-text indexes. */
  longText(): InputRef<object> {
    return this.#make('LongTextWhere', 'LongText', 'A condition on a long text; all operators given must be true.');
  }

  #make(name: string, kind: Kind, description: string, enumName?: EnumName): InputRef<object> {
    const known = this.#made.get(name);
    if (known) return known;
    const scalar = kind === 'List' || kind === 'Text' || kind === 'LongText' || kind === 'Words' ? 'String' : kind;
    const ofRows = OF_ROWS[kind];
    const row = ofRows && this.#ofRows(ofRows);
    const ref = this.#builder.inputType(name, {
      description,
      fields: (t) => ({
        ...Object.fromEntries(
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
        ...(row && {
          [ROW]: t.field({ type: row, description: 'Compared with this field of named rows.' }),
        }),
      }),
    });
    this.#made.set(name, ref);
    return ref;
  }

  /** The input type that compares with named rows, shared by all kinds of values with the same comparisons. */
  #ofRows(comparisons: Readonly<Partial<Record<RowComparison, string>>>): InputRef<object> {
    const name = 'lt' in comparisons ? 'RowComparison' : 'RowEquality';
    const known = this.#made.get(name);
    if (known) return known;
    const ref = this.#builder.inputType(name, {
      description: 'Comparisons with a field of rows that are named with `as`. The values are names.',
      fields: (t) =>
        Object.fromEntries(
          Object.entries(comparisons).map(([op, description]) => [op, t.string({ required: false, description })]),
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
