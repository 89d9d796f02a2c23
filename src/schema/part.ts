import type { OutputType } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { models } from '../model/model.ts';
import { TYPE_KEY } from '../query/select.ts';
import type { Entity, PothosBuilder } from './entity.ts';

/** A Pothos type by name or reference, known only at run time. */
export type OutputRef = OutputType<never> | string;

/** The part of Pothos' field builder used here. Types are looked up by name at run time, which its own types cannot express. */
export interface FieldMaker {
  readonly arg: unknown;
  field(options: never): unknown;
}

/** Resolves a field when graphql-js executes an answer: every value is under its response key. */
export const byResponseKey: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) =>
  (source as Readonly<Record<string, unknown>>)[info.path.key];

interface FieldOptions {
  readonly type: OutputRef | readonly [OutputRef];
  readonly nullable?: boolean;
  readonly description: string;
  readonly args?: object;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A field with a type looked up at run time; not null by default. */
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

/** Builds output types: Pothos' references, and the types that all lists share. */
export class Parts {
  readonly #builder: PothosBuilder;
  readonly #basis: OutputRef;
  readonly #refs = new Map<string, Ref>();

  constructor(builder: PothosBuilder, basis: OutputRef) {
    this.#builder = builder;
    this.#basis = basis;
  }

  /** Declares an entity's type, so that others can refer to it before it is implemented. */
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
    if (!ref) throw new Error(`${name} is not an entity of the API, but a field returns it`);
    return ref;
  }

  /** The interface of everything with a global id. */
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
      'A date, as precisely as it is known: a day, a range of days, or only words. Null if nothing is known.';
    return this.object('When', description, (t) => ({
      earliest: make(t, { type: 'Date', nullable: true, description: 'The earliest possible day; null if unknown.' }),
      latest: make(t, { type: 'Date', nullable: true, description: 'The latest possible day; null if unknown.' }),
      time: make(t, {
        type: 'String',
        nullable: true,
        description: 'The time of day as printed, without a time zone.',
      }),
      text: make(t, {
        type: 'String',
        nullable: true,
        description: 'The date as printed, for example "Monday".',
      }),
      basis: make(t, {
        type: this.#basis,
        description: 'The basis of the date.',
      }),
    }));
  }

  context(): OutputRef {
    const description = 'Words of an article in context. The three texts joined are a verbatim part of the article.';
    return this.object('TextContext', description, (t) => ({
      before: make(t, {
        type: 'String',
        description: 'Up to 200 characters before the words, cut at a word.',
      }),
      text: make(t, { type: 'String', description: 'The words.' }),
      after: make(t, {
        type: 'String',
        description: 'Up to 200 characters after the words, cut at a word.',
      }),
    }));
  }

  #pageInfo(): OutputRef {
    const cursor = (row: string, argument: string) =>
      `The cursor of the ${row} row, for \`${argument}\`; null on an empty page.`;
    return this.object('PageInfo', 'The position of a page in its list.', (t) => ({
      hasNextPage: make(t, { type: 'Boolean', description: 'Whether there are rows after this page.' }),
      hasPreviousPage: make(t, { type: 'Boolean', description: 'Whether there are rows before this page.' }),
      startCursor: make(t, { type: 'String', nullable: true, description: cursor('first', 'before') }),
      endCursor: make(t, { type: 'String', nullable: true, description: cursor('last', 'after') }),
    }));
  }

  /** A connection type with its edge, over the type named `node`: named after it, or by `name`; `further` fields are added. */
  connection(node: string, { name = node, edges = true, further = () => ({}) }: ConnectionOptions = {}): OutputRef {
    const type = this.ref(node);
    const edge = () =>
      this.object(`${name}Edge`, `One ${node} row and its cursor.`, (t) => ({
        cursor: make(t, {
          type: 'String',
          description: 'The cursor of this row, for `after` or `before`.',
        }),
        node: make(t, { type, description: `The ${node}.` }),
      }));
    const description = `A page of ${node} rows.`;
    return this.object(`${name}Connection`, description, (t) => ({
      ...(edges ? { edges: make(t, { type: [edge()], description: 'The rows of the page with their cursors.' }) } : {}),
      nodes: make(t, { type: [type], description: 'The rows of the page.' }),
      pageInfo: make(t, { type: this.#pageInfo(), description: 'The position of this page in the list.' }),
      totalCount: make(t, { type: 'Int', description: 'The number of rows in the whole list.' }),
      ...further(t),
    }));
  }

  /** An object type of its own, made once. It is declared before its fields, so that types can refer to each other. */
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
