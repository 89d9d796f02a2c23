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

/** The FROM clause of one SELECT. Using a column can add a join to it. */
export class From {
  readonly aliases: Aliases;
  readonly #tables: (Sql | (() => Sql))[] = [];

  constructor(aliases: Aliases) {
    this.aliases = aliases;
  }

  /** Adds a table or a join. A function is called when the statement is written, after all columns are known. */
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
 * One row of an entity inside a SELECT. Using a column adds the join it needs, so a subtype table or a to-one relation
 * costs nothing until it is used.
 */
export class Row {
  readonly from: From;
  readonly model: Model;
  /** The SQL of a column of the model whose table has it. */
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

  /** The full-text form of a text column (`<column>Words`). The database computes it, and the model does not have it. */
  words(name: string): Sql {
    return this.resolve(ownerOf(this.model, name), `${name}Words`);
  }

  /** The same row as a subtype: a Publication as a Book. */
  as(model: Model): Row {
    return model === this.model ? this : new Row(this.from, model, this.resolve);
  }

  /** The row at the other end of a to-one relation, joined once. All its columns are null when the row is missing. */
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

  /** The key of the rows at the other end of a link table. The join repeats this row for each of them; null when there are none. */
  linked(name: string): Sql {
    const { through, from } = relationOf(this.model, name);
    if (!through) throw new Error(`${this.model.name}.${name} has no link table`);
    const link = this.from.aliases.next();
    this.from.add(
      sql`left join ${ident(through.table)} ${link} on ${link}.${ident(through.from)} = ${this.column(from)}`,
    );
    return sql`${link}.${ident(through.to)}`;
  }

  /** True for rows of this type. Needed when the subtype's own table is not joined. */
  isOfType(): Sql {
    const { supertype } = this.model;
    if (!supertype) return yes;
    const type = models[supertype.model].columns[supertype.typeColumn]?.enum ?? '';
    return sql`${this.column(supertype.typeColumn)} = ${literal(supertype.type)}::${ident(type)}`;
  }
}

/**
 * Adds a table to `from` and returns its row: with `on` by a left join, otherwise as the first table. For a subtype it is
 * the supertype's table; the subtype's own table is joined when one of its columns is used.
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
  // The subtype's table repeats these two columns, so the supertype's table is not read. PostgreSQL flattens the subquery.
  if (!needsSupertype)
    return sql`${ident(table)} ${subtype} cross join lateral (select ${subtype}.${id}, ${subtype}.${type}) ${alias}`;
  // By both columns, like the foreign key: PostgreSQL can then estimate the rows of the join.
  return sql`${ident(models[supertype.model].table)} ${alias} join ${ident(table)} ${subtype} on ${subtype}.${id} = ${alias}.${id} and ${subtype}.${type} = ${alias}.${type}`;
}

/** The condition that `child`, a row of a to-many relation, belongs to `parent`. A link table is joined. */
export function linkOf(relation: Relation, parent: Row, child: Row): Sql {
  return sql`${linkKey(relation, child)} = ${parent.column(relation.from)}`;
}

/**
 * The key of the owner of `child`, a row of a to-many relation. A link table is joined.
 *
 * @example
 * // Author.books, with the book as `t1`:
 * // t1."authorId"
 * // Genre.books through the link table BookGenre adds `join "BookGenre" t2 on t2."bookId" = t1."id"`:
 * // t2."genreId"
 */
export function linkKey({ through, to }: Relation, child: Row): Sql {
  if (!through) return child.column(to);
  const link = child.from.aliases.next();
  child.from.add(sql`join ${ident(through.table)} ${link} on ${link}.${ident(through.to)} = ${child.column(to)}`);
  return sql`${link}.${ident(through.from)}`;
}

/** The model whose table has the column: the model itself or its supertype. A subtype's id is read from its supertype. */
function ownerOf(model: Model, column: string): Model {
  const supertype = model.supertype ? models[model.supertype.model] : undefined;
  if (supertype?.columns[column]) return supertype;
  if (!model.columns[column]) throw new Error(`${model.name} has no column ${column}`);
  return model;
}

/** A column of a model or of its supertype. */
export function columnOf(model: Model, name: string): Column {
  const column = ownerOf(model, name).columns[name];
  if (!column) throw new Error(`${model.name} has no column ${name}`);
  return column;
}

/** A relation of a model or of its supertype. */
export function relationOf(model: Model, name: string): Relation {
  const relation = model.relations[name] ?? (model.supertype && models[model.supertype.model].relations[name]);
  if (!relation) throw new Error(`${model.name} has no relation ${name}`);
  return relation;
}
