import { type ModelName, models } from '../model/model.ts';
import { MAX_ROWS } from '../query/limit/limit.ts';
import { Connections } from './connection.ts';
import { type FieldDeclaration, mappedColumn, mappedRelation } from './declaration.ts';
import type { Entity, PothosBuilder } from './entity.ts';
import type { Inputs } from './input.ts';
import { byResponseKey, type FieldMaker, make, type OutputRef, Parts } from './part.ts';

/** What root fields that belong to no entity are made from. */
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
        'Everything that can be asked. The root fields of one operation are answered from one state of the data.',
      fields: (t) =>
        ({
          ...this.#nodeFields(t as FieldMaker),
          ...this.#rootFields(t as FieldMaker),
          ...this.#furtherFields(t as FieldMaker, roots),
        }) as never,
    });
    this.#builder.subscriptionType({
      description:
        'What can be waited for, over server-sent events (accept: text/event-stream). The present state comes first, then each new one.',
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
        description: `The newest ${name}: at once, and again whenever there is a newer one, about a second after its import. When several come at once, only the last of them. ${models[name].doc}`,
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
    const extensions = { onrecord: field.told ?? mapping };
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
    if (mapping.kind !== 'one' || !relation) throw new Error(`${model}: ${mapping.kind} is no field`);
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
        description: 'The object with this id, whatever its type; null when there is none.',
        args: { id: arg({ type: 'ID', required: true, description: 'A global id, as `id` of any object gives it.' }) },
        extensions: { onrecord: { kind: 'node' } },
      }),
      nodes: (t as unknown as { field(options: object): unknown }).field({
        type: [node],
        nullable: { list: false, items: true },
        description: 'The objects with these ids, in the order asked; null in the place of an id that names none.',
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
          description: `The ${name} with this slug; null when there is none.${slugHistory ? ' A slug that was merged away finds what took its place.' : ''}`,
          args: { slug: arg({ type: 'String', required: true, description: 'Its slug, to the letter.' }) },
          extensions: { onrecord: { kind: 'bySlug', model: name, history: slugHistory } },
        });
      }
      if (root.list) {
        const description = `All rows of ${name}, filtered, ordered and paged. ${models[name].doc}`;
        fields[root.list] = this.#connections.field(t, {
          name,
          description,
          extensions: { onrecord: { kind: 'list', model: name } },
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

/** The server answers a subscription as it answers a query: by a statement, and never by a resolver. */
function unanswered(): never {
  throw new Error('a subscription is answered by the server');
}

/** What a subtype adds to its supertype, and what it describes otherwise. */
function ownFields(entity: Entity, supertype: Entity | undefined): Entity['fields'] {
  return Object.fromEntries(
    Object.entries(entity.fields).filter(([key, field]) => supertype?.fields[key] !== field && key !== 'id'),
  );
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
