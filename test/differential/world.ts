import { badUserInput } from '../../src/errors.ts';
import { type Column, type ModelName, models, type Relation } from '../../src/model/model.ts';
import type { Dataset, Value } from './dataset.ts';

/** Rows of one entity: of a supertype, rows of its kinds. */
export interface Listed {
  readonly name: ModelName;
  readonly rows: readonly Entity[];
}

/** A row as the API sees it: a supertype row and its subtype row are one. */
export interface Entity {
  readonly typename: ModelName;
  readonly values: Readonly<Record<string, Value>>;
  /** The rows named by the selection around this row. */
  readonly scope?: World;
}

interface WorldState {
  readonly entities?: Map<ModelName, readonly Entity[]>;
  readonly named?: ReadonlyMap<string, Entity | null>;
}

/** Rows in memory, with their relations, and the names that an operation has given to some of them. */
export class World {
  readonly #tables: Dataset;
  readonly #entities: Map<ModelName, readonly Entity[]>;
  readonly #named: ReadonlyMap<string, Entity | null>;

  constructor(tables: Dataset, { entities = new Map(), named = new Map() }: WorldState = {}) {
    this.#tables = tables;
    this.#entities = entities;
    this.#named = named;
  }

  /** The same rows, one of them with a name, or none if the relation to it is null; the same world if the name is undefined. */
  naming(name: unknown, row: Entity | null): World {
    if (typeof name !== 'string') return this;
    return new World(this.#tables, { entities: this.#entities, named: new Map([...this.#named, [name, row]]) });
  }

  /** The row with a name; null if the relation to it is null. */
  named(name: unknown): Entity | null {
    const row = this.#named.get(String(name));
    if (row === undefined) throw badUserInput(`no row is named ${name}`);
    return row;
  }

  /** All rows of an entity; of a supertype, the rows of all its kinds. */
  all(name: ModelName): readonly Entity[] {
    const known = this.#entities.get(name) ?? this.#read(name);
    this.#entities.set(name, known);
    return known;
  }

  #read(name: ModelName): readonly Entity[] {
    const subtypes = Object.values(models).filter(({ supertype }) => supertype?.model === name);
    if (subtypes.length) return subtypes.flatMap((subtype) => this.all(subtype.name));
    const { supertype } = models[name];
    return this.#rows(name).map((row) => {
      const above = supertype && this.#rows(supertype.model).find(({ id }) => id === row.id);
      return { typename: name, values: { ...above, ...row } };
    });
  }

  #rows(table: string): readonly Readonly<Record<string, Value>>[] {
    return this.#tables[table] ?? [];
  }

  /** The row at the other end of a to-one relation, or null. */
  one(entity: Entity, relation: string): Entity | null {
    return this.many(entity, relation)[0] ?? null;
  }

  /** The rows of a field that is a list, in no order. */
  list(entity: Entity, field: string): Listed {
    const name = listedBy(entity.typename, field);
    const relation = isNarrowed(entity.typename, field) ? 'assertions' : field;
    return { name, rows: this.many(entity, relation).filter((row) => isA(row, name)) };
  }

  /** The rows at the other end of a relation, in no order. */
  many(entity: Entity, relation: string): readonly Entity[] {
    const { model, from, to, through } = relationOf(entity.typename, relation);
    const own = entity.values[from] ?? null;
    if (own === null) return [];
    if (!through) return this.all(model).filter(({ values }) => values[to] === own);
    const links = this.#rows(through.table).filter((link) => link[through.from] === own);
    return this.all(model).filter(({ values }) => links.some((link) => link[through.to] === values[to]));
  }
}

/** The lists of an article that contain one subtype of its assertions. */
const NARROWED: Readonly<Record<string, ModelName>> = {
  credits: 'Credit',
  positions: 'Position',
  proposalStatuses: 'ProposalStatus',
  proposalLinks: 'ProposalLink',
  titles: 'Title',
  memberships: 'Membership',
  participations: 'Participation',
  claims: 'Claim',
};

/** Whether a field of an entity is a list of rows. */
export function isList(name: ModelName, field: string): boolean {
  return isNarrowed(name, field) || (isRelation(name, field) && relationOf(name, field).many);
}

function isNarrowed(name: ModelName, field: string): boolean {
  return name === 'Article' && field in NARROWED;
}

/** The entity whose rows a field lists. */
function listedBy(name: ModelName, field: string): ModelName {
  return (name === 'Article' && NARROWED[field]) || relationOf(name, field).model;
}

/** A column of an entity, its own or its supertype's; undefined if it has no such column. */
export function columnOf(name: ModelName, column: string): Column | undefined {
  const { columns, supertype } = models[name];
  return columns[column] ?? (supertype ? models[supertype.model].columns[column] : undefined);
}

/** Whether a name is a When of an entity, its own or its supertype's. */
export function isWhen(name: ModelName, when: string): boolean {
  const { whens, supertype } = models[name];
  return when in whens || Boolean(supertype && when in models[supertype.model].whens);
}

/** Whether a name is a relation of an entity, its own or its supertype's. */
export function isRelation(name: ModelName, relation: string): boolean {
  const { relations, supertype } = models[name];
  return relation in relations || Boolean(supertype && relation in models[supertype.model].relations);
}

export function relationOf(name: ModelName, relation: string): Relation {
  const { relations, supertype } = models[name];
  const found = relations[relation] ?? (supertype ? models[supertype.model].relations[relation] : undefined);
  if (!found) throw new Error(`${name} has no relation ${relation}`);
  return found;
}

/** Whether a row is one of an entity, or of one of its kinds. */
export function isA({ typename }: Entity, name: string): boolean {
  return typename === name || models[typename].supertype?.model === name;
}
