import { type ModelName, models } from '../model/model.ts';
import { MAX_ROWS } from '../query/limit/limit.ts';
import { Connections } from './connection.ts';
import { type FieldDeclaration, mappedColumn, mappedRelation } from './declaration.ts';
import type { Entity, PothosBuilder } from './entity.ts';
import type { Inputs } from './input.ts';
import { byResponseKey, type FieldMaker, make, type OutputRef, Parts } from './part.ts';

/** What root fields outside the entities are built from. */
export interface Types {
  readonly inputs: Inputs;
  readonly parts: Parts;
  readonly connections: Connections;
}

export type RootFields = (t: FieldMaker, types: Types) => Readonly<Record<string, unknown>>;

/** The output types that follow from the entities: objects, interfaces, connections, root fields. */
export class Outputs {
  readonly #builder: PothosBuilder;
  readonly #entities: ReadonlyMap<ModelName, Entity>;
  readonly #inputs: Inputs;
  readonly #parts: Parts;
  readonly #connections: Connections;

  constructor(builder: PothosBuilder, entities: ReadonlyMap<ModelName, Entity>, inputs: Inputs) {
    this.#builder = builder;
    this.#entities = entities;
    this.#inputs = inputs;
    this.#parts = new Parts(builder, inputs.enums.get('Basis') as unknown as OutputRef);
    this.#connections = new Connections(this.#parts, inputs, entities);
  }

  /** Adds all types, the query type with further root fields, and the subscription type to the builder. */
  build(roots: readonly RootFields[]): void {
    for (const entity of this.#entities.values()) this.#parts.declare(entity);
    for (const entity of this.#entities.values()) {
      const fields = entity.supertype ? ownFields(entity, this.#entities.get(entity.supertype)) : entity.fields;
      this.#parts.implement(entity, (t) => mapValues(fields, (field) => this.#field(t, entity.name, field)));
    }
    this.#builder.queryType({
      description:
        'All queries. Filter lists of related rows with `some` (or `every`, `none`), compare their number with `count`, and aggregate any list with `groups`: these work everywhere. The root fields of one operation read one snapshot of the data.',
      fields: (t) =>
        ({
          ...this.#nodeFields(t as FieldMaker),
          ...this.#rootFields(t as FieldMaker),
          ...this.#furtherFields(t as FieldMaker, roots),
        }) as never,
    });
    this.#builder.subscriptionType({
      description:
        'Live updates over server-sent events (accept: text/event-stream): the current state first, then each new one.',
      fields: (t) => this.#liveFields(t as unknown as FieldMaker) as never,
    });
  }

  #liveFields(t: FieldMaker): Readonly<Record<string, unknown>> {
    const fields: Record<string, unknown> = {};
    for (const { name, root } of this.#entities.values()) {
      if (!root.live) continue;
      fields[root.live] = (t as unknown as { field(options: object): unknown }).field({
        type: this.#parts.ref(name),
        nullable: false,
        description: `The latest ${name}: immediately, then about a second after each import; if there are several at once, only the last. ${models[name].doc}`,
        extensions: { onrecord: { kind: 'latest', model: name } },
        resolve: byResponseKey,
        subscribe: unanswered,
      });
    }
    return fields;
  }

  #furtherFields(t: FieldMaker, roots: readonly RootFields[]): Readonly<Record<string, unknown>> {
    const types = { inputs: this.#inputs, parts: this.#parts, connections: this.#connections };
    return Object.fromEntries(roots.flatMap((fields) => Object.entries(fields(t, types))));
  }

  #field(t: FieldMaker, model: ModelName, field: FieldDeclaration): unknown {
    const { mapping, description } = field;
    const extensions = { onrecord: field.hidden ?? mapping };
    const column = mappedColumn(model, field);
    if (column && mapping.kind === 'column') {
      const type = column.type === 'Enum' ? this.#enum(column.enum) : mapping.column === 'id' ? 'ID' : column.type;
      return make(t, { type: column.list ? [type] : type, nullable: column.nullable, description, extensions });
    }
    if (mapping.kind === 'farText' || mapping.kind === 'excerpt')
      return make(t, { type: 'String', nullable: true, description, extensions });
    if (mapping.kind === 'context')
      return make(t, { type: this.#parts.context(), nullable: true, description, extensions });
    if (mapping.kind === 'when') return make(t, { type: this.#parts.when(), nullable: true, description, extensions });
    const relation = mappedRelation(model, field);
    if (mapping.kind === 'many') return this.#connections.field(t, { name: mapping.of, description, extensions });
    if (mapping.kind !== 'one' || !relation) throw new Error(`${model}: ${mapping.kind} is not a field`);
    return make(t, { type: this.#parts.ref(relation.model), nullable: relation.nullable, description, extensions });
  }

  #enum(name: string | null): OutputRef {
    const ref = [...this.#inputs.enums].find(([key]) => key === name)?.[1];
    if (!ref) throw new Error(`no enum ${name}`);
    return ref as unknown as OutputRef;
  }

  #nodeFields(t: FieldMaker): Readonly<Record<string, unknown>> {
    const arg = t.arg as unknown as (options: object) => unknown;
    const node = this.#parts.node();
    return {
      node: make(t, {
        type: node,
        nullable: true,
        description: 'The object with this id, of any type; null if there is none.',
        args: { id: arg({ type: 'ID', required: true, description: 'A global id.' }) },
        extensions: { onrecord: { kind: 'node' } },
      }),
      nodes: (t as unknown as { field(options: object): unknown }).field({
        type: [node],
        nullable: { list: false, items: true },
        description: 'The objects with these ids, in this order; null for an unknown id.',
        args: { ids: arg({ type: ['ID'], required: true, description: `Global ids, at most ${MAX_ROWS}.` }) },
        extensions: { onrecord: { kind: 'nodes' } },
        resolve: byResponseKey,
      }),
    };
  }

  #rootFields(t: FieldMaker): Readonly<Record<string, unknown>> {
    const arg = t.arg as unknown as (options: object) => unknown;
    const fields: Record<string, unknown> = {};
    for (const { name, root, slugHistory } of this.#entities.values()) {
      const type = this.#parts.ref(name);
      if (root.one) {
        fields[root.one] = make(t, {
          type,
          nullable: true,
          description: `The ${name} with this slug; null if there is none.${slugHistory ? ' Former slugs keep working.' : ''}`,
          args: { slug: arg({ type: 'String', required: true, description: 'The slug; exact, case-sensitive.' }) },
          extensions: { onrecord: { kind: 'bySlug', model: name, history: slugHistory } },
        });
      }
      if (root.list) {
        const description = `A list of ${name} rows. ${models[name].doc}`;
        fields[root.list] = this.#connections.field(t, {
          name,
          description,
          extensions: { onrecord: { kind: 'list', model: name } },
        });
      }
      if (root.only) {
        fields[root.only] = make(t, {
          type,
          nullable: true,
          description: `${models[name].doc} Null if there is none.`,
          extensions: { onrecord: { kind: 'only', model: name } },
        });
      }
      if (root.latest) {
        fields[root.latest] = make(t, {
          type,
          description: models[name].doc,
          extensions: { onrecord: { kind: 'latest', model: name } },
        });
      }
    }
    return fields;
  }
}

/** The server answers subscriptions with a statement, as it does queries; resolvers are never called. */
function unanswered(): never {
  throw new Error('a subscription is answered by the server');
}

/** The fields that a subtype adds to its supertype or describes differently. */
function ownFields(entity: Entity, supertype: Entity | undefined): Entity['fields'] {
  return Object.fromEntries(
    Object.entries(entity.fields).filter(([key, field]) => supertype?.fields[key] !== field && key !== 'id'),
  );
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
