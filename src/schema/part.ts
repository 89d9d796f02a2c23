import type { OutputType } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { models } from '../model/model.ts';
import { TYPE_KEY } from '../query/select.ts';
import type { Entity, PothosBuilder } from './entity.ts';

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

interface FieldOptions {
  readonly type: OutputRef | readonly [OutputRef];
  readonly nullable?: boolean;
  readonly description: string;
  readonly args?: object;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** One field with a type found at run time: not null unless it is said to be. */
export function make(t: FieldMaker, options: FieldOptions): unknown {
  return t.field({ nullable: false, resolve: byResponseKey, ...options } as never);
}

interface ConnectionOptions {
  readonly name?: string;
  /** False for a list whose rows need no cursors of their own: `pageInfo` has those of the page. */
  readonly edges?: boolean;
  readonly further?: FieldsOf;
}

type FieldsOf = (t: FieldMaker) => Readonly<Record<string, unknown>>;

interface Ref {
  implement(options: object): unknown;
}

/** The pieces that output types are put together from: Pothos' references, and the types that every list shares. */
export class Parts {
  readonly #builder: PothosBuilder;
  readonly #basis: OutputRef;
  readonly #refs = new Map<string, Ref>();

  constructor(builder: PothosBuilder, basis: OutputRef) {
    this.#builder = builder;
    this.#basis = basis;
  }

  /** Makes the reference of an entity's type, so that others can point to it before it is implemented. */
  declare({ name, subtypes }: Entity): void {
    const ref = subtypes.length ? this.#builder.interfaceRef<object>(name) : this.#builder.objectRef<object>(name);
    this.#refs.set(name, ref as Ref);
  }

  implement({ name, supertype, subtypes }: Entity, fields: FieldsOf): void {
    const isNode = models[name].columns.id !== undefined;
    const interfaces = [...(isNode ? [this.node()] : []), ...(supertype ? [this.ref(supertype)] : [])];
    this.#ref(name).implement({
      description: models[name].doc,
      interfaces,
      extensions: { onrecord: { model: name } },
      fields,
      ...(subtypes.length ? { resolveType } : {}),
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
    if (!this.#refs.has('Node')) {
      const ref = this.#builder.interfaceRef<object>('Node');
      this.#refs.set('Node', ref as unknown as Ref);
      ref.implement({
        description: 'Anything with a global id.',
        resolveType: resolveType as never,
        fields: (t) => ({
          id: t.field({ type: 'ID', description: 'Global id: opaque and stable.', resolve: byResponseKey as never }),
        }),
      });
    }
    return this.ref('Node');
  }

  when(): OutputRef {
    const description =
      'A date as far as it is known: a day, a span of days, or only words. Null as a whole when nothing is known.';
    return this.object('When', description, (t) => ({
      earliest: make(t, { type: 'Date', nullable: true, description: 'The earliest possible day; null when unknown.' }),
      latest: make(t, { type: 'Date', nullable: true, description: 'The latest possible day; null when unknown.' }),
      time: make(t, {
        type: 'String',
        nullable: true,
        description: 'The time of day as printed; no time zone is invented.',
      }),
      text: make(t, {
        type: 'String',
        nullable: true,
        description: 'The words of the article, as printed, for example "Monday".',
      }),
      basis: make(t, {
        type: this.#basis,
        description: 'On what ground the date is said.',
      }),
    }));
  }

  context(): OutputRef {
    const description =
      'Words of an article where they stand in it. The three texts one behind the other are a part of the article, to the letter.';
    return this.object('TextContext', description, (t) => ({
      before: make(t, {
        type: 'String',
        description:
          'What stands before the words: whole words, up to 200 characters; less at the beginning of the text.',
      }),
      text: make(t, { type: 'String', description: 'The words themselves.' }),
      after: make(t, {
        type: 'String',
        description: 'What stands behind the words: whole words, up to 200 characters; less at the end of the text.',
      }),
    }));
  }

  #pageInfo(): OutputRef {
    const cursor = (row: string, argument: string) =>
      `The cursor of the ${row} row: give it to \`${argument}\`. Null on an empty page.`;
    return this.object('PageInfo', 'Where a page stands in its list.', (t) => ({
      hasNextPage: make(t, { type: 'Boolean', description: 'Whether rows follow this page.' }),
      hasPreviousPage: make(t, { type: 'Boolean', description: 'Whether rows stand before this page.' }),
      startCursor: make(t, { type: 'String', nullable: true, description: cursor('first', 'before') }),
      endCursor: make(t, { type: 'String', nullable: true, description: cursor('last', 'after') }),
    }));
  }

  /** A connection type with its edge, over the type named `node`: named after it, or by `name`; `further` fields are added. */
  connection(node: string, { name = node, edges = true, further = () => ({}) }: ConnectionOptions = {}): OutputRef {
    const type = this.ref(node);
    const edge = () =>
      this.object(`${name}Edge`, `A row of a list of ${node}, with its place in that list.`, (t) => ({
        cursor: make(t, {
          type: 'String',
          description:
            'The place of this row in the list, under this order and filter: give it to `after` or `before`.',
        }),
        node: make(t, { type, description: `The ${node}.` }),
      }));
    const description = `A page of a list of ${node}, and what can be said of the whole list.`;
    return this.object(`${name}Connection`, description, (t) => ({
      ...(edges
        ? { edges: make(t, { type: [edge()], description: 'The rows of the page, each with its cursor.' }) }
        : {}),
      nodes: make(t, { type: [type], description: 'The rows of the page.' }),
      pageInfo: make(t, { type: this.#pageInfo(), description: 'Where this page stands in the list.' }),
      totalCount: make(t, { type: 'Int', description: 'How many rows the whole list has under its filter.' }),
      ...further(t),
    }));
  }

  /** An object type of its own, made once. It is known before its fields are made, so that types can refer to each other. */
  object(name: string, description: string, fields: FieldsOf): OutputRef {
    if (!this.#refs.has(name)) {
      const ref = this.#builder.objectRef<object>(name);
      this.#refs.set(name, ref as unknown as Ref);
      ref.implement({ description, fields: (t) => fields(t as FieldMaker) as never });
    }
    return this.ref(name);
  }
}

function resolveType(value: unknown): string {
  return String((value as Readonly<Record<string, unknown>>)[TYPE_KEY]);
}
