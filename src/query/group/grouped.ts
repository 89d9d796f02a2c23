import type { Column, Model, ModelName, Relation } from '../../model/model.ts';
import { where } from '../filter/where.ts';
import { type EntityListRequest, entityList } from '../list/list.ts';
import { columnLike, type Dimension, dayOf, isManyValued, keyOf, type Measure, targetOf } from '../sql/dimension.ts';
import { From, Row } from '../sql/row.ts';
import { and, ident, list, raw, type Sql, sql } from '../sql/sql.ts';
import type { CountRequest } from './count-request.ts';

/** The column with a group's value of a dimension. */
export function keyColumn({ name }: Dimension): string {
  return `key ${name}`;
}

/**
 * The groups of a list as the rows of a subquery. Its columns are the keys and aggregates; an aggregate is computed only
 * when it is used.
 *
 * @example
 * // books { groups(by: [AUTHOR]) { nodes { count } } } reads from
 * // (select t2."authorId" as "key AUTHOR", count(*) as "count" from "Book" t2 where true group by 1) t1
 */
export class Grouped {
  readonly #list: EntityListRequest;
  readonly #by: readonly Dimension[];
  readonly #counts = new Map<string, string>();
  readonly #aggregates = new Map<string, (row: Row) => Sql>();
  /** True when a join repeats rows, so that rows have to be counted by their ids. */
  #repeated: boolean;

  constructor(list: EntityListRequest, by: readonly Dimension[]) {
    this.#list = { ...list, args: { where: list.args.where } };
    this.#by = by;
    this.#repeated = by.some((dimension) => isManyValued(list.model, dimension));
    this.#aggregates.set('count', (row) => (this.#repeated ? sql`count(distinct ${row.column('id')})` : sql`count(*)`));
  }

  /** The name of the column with a count: of the rows that match, or of their distinct values of a dimension. */
  count({ where: filter, distinct, type, path }: CountRequest): string {
    if (!filter && !distinct) return 'count';
    const key = `count ${JSON.stringify([filter ?? null, distinct?.name ?? null])}`;
    const name = this.#counts.get(key) ?? `count ${this.#counts.size + 1}`;
    this.#counts.set(key, name);
    if (distinct) this.#repeated ||= isManyValued(this.#list.model, distinct);
    const passes = (row: Row) => {
      if (!filter) return raw('');
      return sql` filter (where ${where(row, type, { value: filter, path, scope: this.#list.scope })})`;
    };
    // The statement is written later: a mistake in the filter has to be found here, where its path is known.
    passes(entityList(this.#list).rows(true).row);
    return this.#add(name, (row) => {
      const counted = distinct
        ? sql`distinct ${keyOf(row, distinct)}`
        : this.#repeated
          ? sql`distinct ${row.column('id')}`
          : sql`*`;
      return sql`count(${counted})${passes(row)}`;
    });
  }

  /** The name of the column with the minimum or maximum of a measure. */
  extreme(which: 'min' | 'max', measure: Measure): string {
    return this.#add(`${which} ${measure.name}`, (row) => {
      const value =
        measure.kind === 'column'
          ? row.column(measure.column)
          : dayOf(row, measure.when, which === 'min' ? 'Earliest' : 'Latest');
      return sql`${raw(which)}(${value})`;
    });
  }

  /** The name of the column with the ids of the group's rows. */
  ids(): string {
    return this.#add('ids', (row) => sql`array_agg(${row.column('id')})`);
  }

  #add(name: string, make: (row: Row) => Sql): string {
    this.#aggregates.set(name, make);
    return name;
  }

  /** A new row of the groups with its own FROM clause, whose subquery is written last. */
  row(): Row {
    const from = new From(this.#list.aliases);
    const alias = this.#list.aliases.next();
    const used = new Set<string>();
    from.add(() => sql`(${this.#select(used)}) ${alias}`);
    return new Row(from, this.#model(), (_owner, column) => {
      used.add(column);
      return sql`${alias}.${ident(column)}`;
    });
  }

  #select(used: ReadonlySet<string>): Sql {
    const { row, conditions } = entityList(this.#list).rows(true);
    const keys = this.#by.map((dimension) => sql`${keyOf(row, dimension)} as ${ident(keyColumn(dimension))}`);
    const aggregates = [...this.#aggregates].flatMap(([name, make]) =>
      used.has(name) ? [sql`${make(row)} as ${ident(name)}`] : [],
    );
    const outputs = [...keys, ...aggregates];
    const groups = this.#by.map((_, i) => raw(String(i + 1)));
    return sql`select ${list(outputs.length ? outputs : [raw('1')])} from ${row.from.sql} where ${and([...conditions, row.isOfType()])} group by ${groups.length ? list(groups) : raw('()')}`;
  }

  /** A model of the groups: the keys are columns, and keys that are ids are also relations, named after the dimension. */
  #model(): Model {
    const { model } = this.#list;
    const columns: Record<string, Column> = {};
    const relations: Record<string, Relation> = {};
    for (const dimension of this.#by) {
      columns[keyColumn(dimension)] = columnLike(model, dimension);
      const target = targetOf(model, dimension);
      if (!target) continue;
      const from = keyColumn(dimension);
      relations[dimension.name] = {
        model: target.name,
        many: false,
        nullable: true,
        from,
        to: 'id',
        through: null,
        doc: '',
      };
    }
    const name = `${model.name}Group` as ModelName;
    return { name, table: name, doc: '', link: false, supertype: null, key: [], columns, whens: {}, relations };
  }
}
