import type { OutputType } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { type ModelName, models } from '../model/model.ts';
import { TYPE_KEY } from '../query/select.ts';
import type { Builder, Entity } from './builder.ts';
import type { Inputs } from './input.ts';

/** A Pothos type by name or reference. Which one is known at run time only. */
export type OutputRef = OutputType<never> | string;

/** Pothos' field builder, as far as it matters here: types are found by name at run time, past what its types can say. */
export interface FieldMaker {
  readonly arg: unknown;
  field(options: never): unknown;
}

/** Where graphql-js walks an answer, it finds every value under its response key. */
export const byResponseKey: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) =>
  (source as Readonly<Record<string, unknown>>)[info.path.key];

type FieldsOf = (t: FieldMaker) => Readonly<Record<string, unknown>>;

interface Ref {
  implement(options: object): unknown;
}

/** The pieces that output types are put together from: Pothos' references, and the types that every list shares. */
export class Parts {
  readonly #builder: Builder;
  readonly #inputs: Inputs;
  readonly #refs = new Map<string, Ref>();

  constructor(builder: Builder, inputs: Inputs) {
    this.#builder = builder;
    this.#inputs = inputs;
  }

  /** Makes the reference of an entity's type, so that others can point to it before it is implemented. */
  declare({ name, details }: Entity): void {
    const ref = details.length ? this.#builder.interfaceRef<object>(name) : this.#builder.objectRef<object>(name);
    this.#refs.set(name, ref as Ref);
  }

  implement({ name, base, details }: Entity, fields: FieldsOf): void {
    const isNode = models[name].columns.id !== undefined;
    const interfaces = [...(isNode ? [this.node()] : []), ...(base ? [this.ref(base)] : [])];
    this.#ref(name).implement({
      description: models[name].doc,
      interfaces,
      extensions: { onrecord: { model: name } },
      fields,
      ...(details.length ? { resolveType } : {}),
    });
  }

  ref(name: string): OutputRef {
    return this.#ref(name) as unknown as OutputRef;
  }

  #ref(name: string): Ref {
    const ref = this.#refs.get(name);
    if (!ref) throw new Error(`${name} is no entity of the API, but a field leads to it`);
    return ref;
  }

  /** The interface of everything that has a global id. */
  node(): OutputRef {
    return this.#once('Node', () => {
      const ref = this.#builder.interfaceRef<object>('Node');
      ref.implement({
        description: 'Anything with a global id.',
        resolveType: resolveType as never,
        fields: (t) => ({
          id: t.field({ type: 'ID', description: 'Global id: opaque and stable.', resolve: byResponseKey as never }),
        }),
      });
      return ref as unknown as Ref;
    });
  }

  when(): OutputRef {
    return this.#once('When', () =>
      this.#object(
        'When',
        'A date as far as it is known: a day, a span of days, or only words. Null as a whole when nothing is known.',
        [
          ['earliest', { type: 'Date', nullable: true, description: 'The earliest possible day; null when unknown.' }],
          ['latest', { type: 'Date', nullable: true, description: 'The latest possible day; null when unknown.' }],
          [
            'time',
            { type: 'String', nullable: true, description: 'The time of day as printed; no time zone is invented.' },
          ],
          [
            'text',
            {
              type: 'String',
              nullable: true,
              description: 'The words of the article, as printed, for example "Monday".',
            },
          ],
          ['basis', { type: this.#inputs.enums.get('Basis'), description: 'On what ground the date is said.' }],
        ],
      ),
    );
  }

  #pageInfo(): OutputRef {
    return this.#once('PageInfo', () =>
      this.#object('PageInfo', 'Where a page stands in its list.', [
        ['hasNextPage', { type: 'Boolean', description: 'Whether rows follow this page.' }],
        ['hasPreviousPage', { type: 'Boolean', description: 'Whether rows stand before this page.' }],
        [
          'startCursor',
          {
            type: 'String',
            nullable: true,
            description: 'The cursor of the first row: give it to `before`. Null on an empty page.',
          },
        ],
        [
          'endCursor',
          {
            type: 'String',
            nullable: true,
            description: 'The cursor of the last row: give it to `after`. Null on an empty page.',
          },
        ],
      ]),
    );
  }

  /** `<Entity>Connection`, with its edge. */
  connection(name: ModelName): OutputRef {
    return this.#once(`${name}Connection`, () => {
      const node = { type: this.ref(name), description: `The ${name}.` };
      const edge = this.#object(`${name}Edge`, `A row of a list of ${name}, with its place in that list.`, [
        [
          'cursor',
          {
            type: 'String',
            description:
              'The place of this row in the list, under this order and filter: give it to `after` or `before`.',
          },
        ],
        ['node', node],
      ]);
      return this.#object(`${name}Connection`, `A page of a list of ${name}, and what can be said of the whole list.`, [
        ['edges', { type: [edge], description: 'The rows of the page, each with its cursor.' }],
        ['nodes', { type: [this.ref(name)], description: 'The rows of the page.' }],
        ['pageInfo', { type: this.#pageInfo(), description: 'Where this page stands in the list.' }],
        ['totalCount', { type: 'Int', description: 'How many rows the whole list has under its filter.' }],
      ]);
    });
  }

  #object(name: string, description: string, fields: readonly (readonly [string, object])[]): Ref {
    const ref = this.#builder.objectRef<object>(name);
    ref.implement({
      description,
      fields: (t) =>
        Object.fromEntries(
          fields.map(([key, options]) => [
            key,
            t.field({ nullable: false, resolve: byResponseKey, ...options } as never),
          ]),
        ),
    });
    return ref as unknown as Ref;
  }

  #once(name: string, make: () => Ref): OutputRef {
    const ref = this.#refs.get(name) ?? make();
    this.#refs.set(name, ref);
    return ref as unknown as OutputRef;
  }
}

function resolveType(value: unknown): string {
  return String((value as Readonly<Record<string, unknown>>)[TYPE_KEY]);
}
