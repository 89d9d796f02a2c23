import type { GraphQLInputObjectType } from 'graphql';
import { valuePredicate } from '../filter/operator.ts';
import { type CountOperator, operatorsOf } from '../filter/operator-name.ts';
import type { Row } from '../sql/row.ts';
import { and, or, type Sql } from '../sql/sql.ts';
import { COUNT } from '../sql/value.ts';
import { countRequest, fieldType, isNull } from './count-request.ts';
import type { Grouped } from './grouped.ts';

interface Having {
  readonly type: GraphQLInputObjectType;
  readonly value: unknown;
  readonly path?: string;
  /** True under an odd number of NOTs. */
  readonly not?: boolean;
}

/** The SQL of `having` on a group. Counts are never null. Throws BAD_USER_INPUT. */
export function having(row: Row, grouped: Grouped, { type, value, path = 'having', not = false }: Having): Sql {
  const parts = Object.entries(objectAt(value, path)).map(([key, inner]) => {
    const at = `${path}.${key}`;
    if (key === 'NOT') return having(row, grouped, { type, value: inner, path: at, not: !not });
    if (key === 'AND' || key === 'OR') {
      if (inner === null) throw isNull(at);
      const list = (inner as readonly unknown[]).map((item, i) =>
        having(row, grouped, { type, value: item, path: `${at}[${i}]`, not }),
      );
      return (key === 'AND') !== not ? and(list) : or(list);
    }
    const { where, distinct, ...comparisons } = objectAt(inner, at);
    const column = grouped.count(countRequest({ where, distinct }, { type: fieldType(type, key), path: at }));
    const compared = operatorsOf<CountOperator>(comparisons).map(([op, operand]) => {
      const operatorPath = `${at}.${op}`;
      if (operand === null) throw isNull(operatorPath);
      return valuePredicate(row.resolve(row.model, column), COUNT, { op, value: operand, path: operatorPath, not });
    });
    return not ? or(compared) : and(compared);
  });
  return not ? or(parts) : and(parts);
}

function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (value === null) throw isNull(path);
  return value as Readonly<Record<string, unknown>>;
}
