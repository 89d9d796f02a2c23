import SchemaBuilder from '@pothos/core';
import { GraphQLSchema } from 'graphql';
import { type ModelName, models } from '../model/model.ts';
import { type EntityOptions, Fields, Filters } from './declaration.ts';
import { dimensionsOf, measuresOf } from './dimension.ts';
import type { Entity, ScalarTypes } from './entity.ts';
import { Inputs } from './input.ts';
import { Outputs, type RootFields } from './output.ts';
import { scalars } from './scalar.ts';

/**
 * Pothos' SchemaBuilder with two more methods. `entity` takes a declaration of fields; types, connections, filters,
 * orders and root fields follow from it and the model. `root` declares root fields that are not a list of an entity.
 */
export class Builder extends SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<ScalarTypes>> {
  readonly #entities = new Map<ModelName, Entity>();
  readonly #roots: RootFields[] = [];

  readonly #showsTexts: boolean;

  /** `showsTexts`: whether the server shows the texts of articles. The schema is the same either way. */
  constructor({ showsTexts }: { readonly showsTexts: boolean }) {
    super({ defaultFieldNullability: false });
    this.#showsTexts = showsTexts;
    scalars(this);
  }

  /**
   * Declares an entity of the API over a model of the same name. A model with subtypes becomes an interface
   * and must be declared before them; `id` and the supertype's fields are added.
   *
   * @example
   * builder.entity('Quote', {
   *   root: { one: 'quote', list: 'quotes' },
   *   fields: (t) => ({ text: t.column('text'), canonicalSpeaker: t.relation('canonicalSpeaker'), wordings: t.connection('wordings') }),
   * });
   */
  entity<M extends ModelName>(name: M, options: EntityOptions<M>): void {
    const supertypeName = models[name].supertype?.model ?? null;
    const supertype = supertypeName && this.#entities.get(supertypeName);
    if (supertypeName && !supertype) throw new Error(`declare ${supertypeName} before ${name}`);
    const t = new Fields(name, this.#showsTexts);
    const id = { mapping: { kind: 'column', column: 'id' }, description: ID_DESCRIPTION } as const;
    const own = models[name].columns.id ? { id, ...options.fields(t) } : options.fields(t);
    const fields = { ...supertype?.fields, ...own };
    const paths = { ...supertype?.paths, ...options.dimensions };
    this.#entities.set(name, {
      name,
      fields,
      paths,
      grouped: options.groups ?? true,
      dimensions: dimensionsOf(name, fields, paths),
      measures: measuresOf(name, fields),
      filters: { ...supertype?.filters, ...options.filters?.(new Filters<M>()) },
      root: options.root ?? {},
      slugHistory: options.slugHistory ?? supertype?.slugHistory ?? null,
      subtypes: Object.values(models).flatMap((m) => (m.supertype?.model === name ? [m.name] : [])),
      supertype: supertypeName,
    });
  }

  /** Declares root fields outside the entities; they are built once all entities are known. */
  root(fields: RootFields): void {
    this.#roots.push(fields);
  }

  /** The schema of everything declared. */
  override toSchema(): GraphQLSchema {
    const inputs = new Inputs(this, this.#entities);
    new Outputs(this, this.#entities, inputs).build(this.#roots);
    return new GraphQLSchema({ ...super.toSchema().toConfig(), description: DESCRIPTION });
  }
}

const ID_DESCRIPTION =
  'Global id, for `node(id:)`: opaque, stable, the same in every database built from the same files.';

const DESCRIPTION =
  'Who said what, when, in which outlet, about which proposal, and what position they take; each assertion with its source passage. Every list has the same filters, orders, pages and groups.';
