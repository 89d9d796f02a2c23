import { type Column, type Model, type ModelName, models, type Relation } from '../../model/model.ts';
import { ident, list, literal, raw, type Sql, sql, yes } from './sql.ts';

/** Makes the table aliases of one statement: t1, t2 ... */
export class Aliases {
  #last = 0;

  next(): Sql {
    this.#last += 1;
    return raw(`t${this.#last}`);
  }
}

/** The FROM clause of one SELECT: it grows while columns are asked for. */
export class From {
  readonly aliases: Aliases;
  readonly #tables: (Sql | (() => Sql))[] = [];

  constructor(aliases: Aliases) {
    this.aliases = aliases;
  }

  /** Adds a table or a join; one that is made when the statement is written can still grow until then. */
  add(table: Sql | (() => Sql)): void {
    this.#tables.push(table);
  }

  get sql(): Sql {
    return list(
      this.#tables.map((table) => (typeof table === 'function' ? table() : table)),
      ' ',
    );
  }
}

type Resolve = (owner: Model, column: string) => Sql;

/**
 * One row of an entity inside a SELECT. Asking for a column gives SQL and joins what that takes, so that a
 * subtype table or a to-one relation costs nothing until it is used.
 */
export class Row {
  readonly from: From;
  readonly model: Model;
  /** SQL of a column, by the model whose table holds it. */
  readonly resolve: Resolve;
  readonly #ones = new Map<string, Row>();

  constructor(from: From, model: Model, resolve: Resolve) {
    this.from = from;
    this.model = model;
    this.resolve = resolve;
  }

  column(name: string): Sql {
    return this.resolve(ownerOf(this.model, name), name);
  }

  /** The full-text form of a text column that has one (`<column>Words`); the database computes it, the model does not know it. */
  words(name: string): Sql {
    return this.resolve(ownerOf(this.model, name), `${name}Words`);
  }

  /** The same row as another type of the same supertype: a Publication as a Book. */
  as(model: Model): Row {
    return model === this.model ? this : new Row(this.from, model, this.resolve);
  }

  /** The row at the other end of a to-one relation, joined once: all null when there is none. */
  one(name: string): Row {
    const known = this.#ones.get(name);
    if (known) return known;
    const relation = relationOf(this.model, name);
    const row = tableRow(
      this.from,
      models[relation.model],
      (to) => sql`${to(relation.to)} = ${this.column(relation.from)}`,
    );
    this.#ones.set(name, row);
    return row;
  }

  /** The key of the rows at the far end of a link table, by a join of its own: a row for each of them, one with null when there is none. */
  linked(name: string): Sql {
    const { through, from } = relationOf(this.model, name);
    if (!through) throw new Error(`${this.model.name}.${name} goes through no link table`);
    const link = this.from.aliases.next();
    this.from.add(
      sql`left join ${ident(through.table)} ${link} on ${link}.${ident(through.from)} = ${this.column(from)}`,
    );
    return sql`${link}.${ident(through.to)}`;
  }

  /** True only for rows of this type; needed where the type's own table is not joined. */
  isOfType(): Sql {
    const { supertype } = this.model;
    if (!supertype) return yes;
    const type = models[supertype.model].columns[supertype.typeColumn]?.enum ?? '';
    return sql`${this.column(supertype.typeColumn)} = ${literal(supertype.type)}::${ident(type)}`;
  }
}

/**
 * A row of a table that is added to `from`: its root when there is no `on`, else a left join. A subtype's row
 * starts from its supertype table, and its own table joins when one of its columns is used.
 */
export function tableRow(from: From, model: Model, on?: (column: (name: string) => Sql) => Sql): Row {
  const root = model.supertype ? models[model.supertype.model] : model;
  const alias = from.aliases.next();
  const subtypes = new Map<ModelName, Sql>();
  let needsSupertype = false;
  const resolve: Resolve = (owner, column) => {
    if (owner === root) {
      needsSupertype ||= column !== 'id' && column !== model.supertype?.typeColumn;
      return sql`${alias}.${ident(column)}`;
    }
    let subtype = subtypes.get(owner.name);
    if (!subtype) {
      subtype = from.aliases.next();
      subtypes.set(owner.name, subtype);
      if (on || owner !== model) {
        from.add(sql`left join ${ident(owner.table)} ${subtype} on ${subtype}."id" = ${alias}."id"`);
      }
    }
    return sql`${subtype}.${ident(column)}`;
  };
  if (on) {
    from.add(sql`left join ${ident(root.table)} ${alias} on ${on((name) => sql`${alias}.${ident(name)}`)}`);
  } else {
    from.add(() => rootOf(model, { alias, subtype: subtypes.get(model.name), needsSupertype }));
  }
  return new Row(from, model, resolve);
}

interface Root {
  readonly alias: Sql;
  readonly subtype: Sql | undefined;
  readonly needsSupertype: boolean;
}

/** The table or tables of a root row. */
function rootOf({ table, supertype }: Model, { alias, subtype, needsSupertype }: Root): Sql {
  if (!supertype) return sql`${ident(table)} ${alias}`;
  if (!subtype) return sql`${ident(models[supertype.model].table)} ${alias}`;
  const [id, type] = [ident('id'), ident(supertype.typeColumn)];
  // The subtype's table repeats the two columns: its supertype is not read for them. PostgreSQL sees through the subquery.
  if (!needsSupertype)
    return sql`${ident(table)} ${subtype} cross join lateral (select ${subtype}.${id}, ${subtype}.${type}) ${alias}`;
  // By both columns, as the foreign key has it: PostgreSQL then knows how many rows the join has.
  return sql`${ident(models[supertype.model].table)} ${alias} join ${ident(table)} ${subtype} on ${subtype}.${id} = ${alias}.${id} and ${subtype}.${type} = ${alias}.${type}`;
}

/** Ties a row of the far end of a to-many relation to the row that it belongs to; a link table is joined. */
export function linkOf(relation: Relation, parent: Row, child: Row): Sql {
  return sql`${linkKey(relation, child)} = ${parent.column(relation.from)}`;
}

/** What a row of the far end of a to-many relation has of the row that it belongs to; a link table is joined. */
export function linkKey({ through, to }: Relation, child: Row): Sql {
  if (!through) return child.column(to);
  const link = child.from.aliases.next();
  child.from.add(sql`join ${ident(through.table)} ${link} on ${link}.${ident(through.to)} = ${child.column(to)}`);
  return sql`${link}.${ident(through.from)}`;
}

/** The model whose table holds the column: the model itself, or its supertype (which also holds a subtype's id). */
function ownerOf(model: Model, column: string): Model {
  const supertype = model.supertype ? models[model.supertype.model] : undefined;
  if (supertype?.columns[column]) return supertype;
  if (!model.columns[column]) throw new Error(`${model.name} has no column ${column}`);
  return model;
}

/** The column's description, its own or its supertype's. */
export function columnOf(model: Model, name: string): Column {
  const column = ownerOf(model, name).columns[name];
  if (!column) throw new Error(`${model.name} has no column ${name}`);
  return column;
}

/** The relation's description, its own or its supertype's. */
export function relationOf(model: Model, name: string): Relation {
  const relation = model.relations[name] ?? (model.supertype && models[model.supertype.model].relations[name]);
  if (!relation) throw new Error(`${model.name} has no relation ${name}`);
  return relation;
}
