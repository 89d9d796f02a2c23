import { type Column, type ModelName, type Models, models, type Relation } from '../model/model.ts';
import type { Mapping } from '../query/mapping.ts';
import { columnOf, relationOf } from '../query/sql/row.ts';

/** One field of an entity: its mapping and description. Type and nullability follow from the model. */
export interface FieldDeclaration {
  readonly mapping: Mapping;
  readonly description: string;
  /** The mapping that the compiler sees instead, for a field that this server hides. */
  readonly hidden?: Mapping;
  /** True for a text whose words are indexed (`<column>Words` in the model): its filter has `matches`. */
  readonly fullText?: boolean;
}

export type FieldDeclarations = Readonly<Record<string, FieldDeclaration>>;

/** Options of an entity. */
export interface EntityOptions<M extends ModelName> {
  /** The fields other than `id`; those of a supertype are inherited. */
  readonly fields: (t: Fields<M>) => FieldDeclarations;
  /** Filters without a field of their own. */
  readonly filters?: (t: Filters<M>) => FieldDeclarations;
  /** Names of the root fields: one row by its slug, all rows as a connection, the row with the greatest key. */
  readonly root?: {
    readonly one?: string;
    readonly list?: string;
    readonly only?: string;
    readonly latest?: string;
    readonly live?: string;
  };
  /**
   * Dimensions besides the to-one relations and enums, by the name of their key: paths of relations, of which all but
   * the last are to-one and the last may go through a link table.
   */
  readonly dimensions?: Readonly<Record<string, readonly [ToOne<M> | ToMany<M> | InheritedRelation<M>, ...string[]]>>;
  /** False leaves out `groups` from lists of this entity. */
  readonly groups?: boolean;
  /** The relation to current and former slugs, for an entity whose former slugs keep working. */
  readonly slugHistory?: ToMany<M>;
}

type SupertypeOf<M extends ModelName> = Models[M]['supertype'] extends { readonly model: infer B extends ModelName }
  ? B
  : never;
type Keys<M extends ModelName, Part extends 'columns' | 'whens'> =
  | keyof Models[M][Part]
  | keyof Models[SupertypeOf<M>][Part];
type RelationsOf<M extends ModelName, Many extends boolean> = {
  [R in keyof Models[M]['relations']]: Models[M]['relations'][R] extends { readonly many: Many } ? R : never;
}[keyof Models[M]['relations']];

type InheritedRelation<M extends ModelName> =
  SupertypeOf<M> extends never ? never : keyof Models[SupertypeOf<M>]['relations'] & string;

export type ColumnName<M extends ModelName> = Keys<M, 'columns'> & string;
export type WhenName<M extends ModelName> = Keys<M, 'whens'> & string;
export type ToOne<M extends ModelName> = RelationsOf<M, false> & string;
export type ToMany<M extends ModelName> = RelationsOf<M, true> & string;

interface FieldOptions {
  /** Overrides the model's description. */
  readonly description?: string;
}

const ONLY_WHERE_SHOWN =
  'Null unless the text is loaded (`onrecord import --texts`) and the server shows texts (ONRECORD_TEXTS).';

const SHOW_TEXTS =
  'this server does not show the texts of articles; its operator can change that with ONRECORD_TEXTS=show';

/** Declares the fields of one entity by names of its model: a wrong name is a type error. */
export class Fields<M extends ModelName> {
  readonly #model: ModelName;
  readonly #showsTexts: boolean;

  constructor(model: M, showsTexts: boolean) {
    this.#model = model;
    this.#showsTexts = showsTexts;
  }

  /** A column: a scalar, an enum, or a list of strings; with `fullText`, one whose words are indexed. */
  column(
    column: ColumnName<M>,
    { description, fullText = false }: FieldOptions & { readonly fullText?: boolean } = {},
  ): FieldDeclaration {
    return {
      mapping: { kind: 'column', column },
      description: description ?? columnOf(models[this.#model], column).doc,
      fullText,
    };
  }

  /** A date, as precisely as it is known. */
  when(when: WhenName<M>): FieldDeclaration {
    return { mapping: { kind: 'when', when }, description: columnOf(models[this.#model], `${when}Basis`).doc };
  }

  /** The text of the article at the other end of a relation, hidden unless the server shows texts. */
  body(relation: ToOne<M>, description: string): FieldDeclaration {
    return this.#ofText({ kind: 'farText', relation, column: 'body' }, description);
  }

  /** The words of the row's span, in the text of the article at the end of to-one relations; hidden like that text. */
  excerpt(path: readonly [ToOne<M>, ...string[]], description: string): FieldDeclaration {
    return this.#ofText({ kind: 'excerpt', path, column: 'body' }, description);
  }

  /** The same words with some text around them. */
  context(path: readonly [ToOne<M>, ...string[]], description: string): FieldDeclaration {
    return this.#ofText({ kind: 'context', path, column: 'body' }, description);
  }

  #ofText(mapping: Mapping, description: string): FieldDeclaration {
    const field = { mapping, description: `${description} ${ONLY_WHERE_SHOWN}` };
    return this.#showsTexts ? field : { ...field, hidden: { kind: 'hidden', remedy: SHOW_TEXTS } };
  }

  /** The row at the other end of a to-one relation. */
  relation(relation: ToOne<M>): FieldDeclaration {
    return { mapping: { kind: 'one', relation }, description: relationOf(models[this.#model], relation).doc };
  }

  /** The rows at the other end of a relation as a connection; `of` narrows supertype rows to one subtype. */
  connection(
    relation: ToMany<M>,
    { of, description }: FieldOptions & { readonly of?: ModelName } = {},
  ): FieldDeclaration {
    const { model, doc } = relationOf(models[this.#model], relation);
    return { mapping: { kind: 'many', relation, of: of ?? model }, description: description ?? doc };
  }
}

/** Declares filters without a field of their own. */
export class Filters<M extends ModelName> {
  /** Any of several text columns, all of them with their words indexed. */
  anyText(columns: readonly ColumnName<M>[], description: string): FieldDeclaration {
    return { mapping: { kind: 'anyText', columns }, description };
  }
}

/** The column of a declaration; undefined if it is not a column. */
export function mappedColumn(model: ModelName, { mapping }: FieldDeclaration): Column | undefined {
  return mapping.kind === 'column' ? columnOf(models[model], mapping.column) : undefined;
}

/** The relation of a declaration; undefined if it is not a relation. */
export function mappedRelation(model: ModelName, { mapping }: FieldDeclaration): Relation | undefined {
  return mapping.kind === 'one' || mapping.kind === 'many' ? relationOf(models[model], mapping.relation) : undefined;
}
