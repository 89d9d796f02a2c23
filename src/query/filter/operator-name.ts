/**
 * The operators of filters on values, by what they apply to. The schema declares each of them and the compiler handles
 * each of them: a name that only one of the two knows does not type-check.
 */
export type OperatorName = Equality | Comparison | 'isNull' | TextOperator | ListOperator;

export type Equality = 'eq' | 'ne' | 'in' | 'notIn';
export type Comparison = 'lt' | 'lte' | 'gt' | 'gte';
export type TextOperator = 'contains' | 'startsWith' | 'endsWith' | 'similar' | 'matches';
export type ListOperator = 'has' | 'isEmpty';

/** The operator whose value compares with named rows instead of constants. */
export const ROW = 'row';

/** The comparisons that `row` takes. */
export type RowComparison = 'eq' | 'ne' | Comparison;

/** Operators on a value that is not a text or a list. */
export type ValueOperator = Equality | Comparison | 'isNull';

/** Operators on a count, which is never null. */
export type CountOperator = Equality | Comparison;

/** The fields of a filter on a to-many relation, besides `count`. */
export type Quantifier = 'some' | 'every' | 'none';

/** The operators of a filter with their values. GraphQL has checked the names against the schema. */
export function operatorsOf<Name extends OperatorName>(filter: object): readonly (readonly [Name, unknown])[] {
  return Object.entries(filter) as unknown as readonly (readonly [Name, unknown])[];
}
