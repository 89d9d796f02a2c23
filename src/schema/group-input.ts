import type { InputRef } from '@pothos/core';
import type { ModelName } from '../model/model.ts';
import { comparisons, type InputField, type InputMaker } from './input-maker.ts';

/** The inputs about counts that lists and groups share. */
interface CountInputs {
  /** `<Entity>CountWhere`. */
  readonly where: (name: ModelName) => InputRef<object>;
  /** `<Entity>CountOrder`. */
  readonly order: (name: ModelName) => InputRef<object>;
}

/** The inputs of groups: what to group by, which groups, in which order. */
export class GroupInputs {
  readonly #maker: InputMaker;
  readonly #count: CountInputs;

  constructor(maker: InputMaker, count: CountInputs) {
    this.#maker = maker;
    this.#count = count;
  }

  /** Whether lists of an entity can be grouped. */
  possible(name: ModelName): boolean {
    return this.#maker.entity(name).grouped && this.#maker.entity(name).dimensions.length > 0;
  }

  /** `<Entity>Dimension`; undefined for an entity without anything to group or count by. */
  dimension(name: ModelName): InputRef<object> | undefined {
    const { dimensions } = this.#maker.entity(name);
    if (!dimensions.length) return undefined;
    return this.#maker.enum(`${name}Dimension`, {
      description: `What ${name} rows can be grouped and counted by.`,
      values: dimensions.map(({ dimension, description }) => [dimension.name, { value: dimension, description }]),
    });
  }

  /** `<Entity>Measure`; undefined for an entity without numbers and dates. */
  measure(name: ModelName): InputRef<object> | undefined {
    const { measures } = this.#maker.entity(name);
    if (!measures.length) return undefined;
    return this.#maker.enum(`${name}Measure`, {
      description: `The numbers and dates of ${name} that have a minimum and a maximum.`,
      values: measures.map(({ measure, description }) => [measure.name, { value: measure, description }]),
    });
  }

  /** `<Entity>Having`. */
  having(name: ModelName): InputRef<object> {
    return this.#maker.make(`${name}Having`, {
      description: 'A condition on a group; all fields given must be true.',
      fields: () => {
        const self = this.having(name);
        return {
          count: { type: this.#count.where(name), description: 'The number of rows in the group.' },
          AND: { type: [self], description: 'All of these; true if empty.' },
          OR: { type: [self], description: 'At least one of these; false if empty.' },
          NOT: { type: self, description: 'Not this.' },
        };
      },
    });
  }

  /** Comparisons of a count. */
  comparison(): InputRef<object> {
    return this.#maker.make('CountComparison', { description: 'A condition on a count.', fields: comparisons });
  }

  /** `<Entity>GroupOrder`. */
  order(name: ModelName): InputRef<object> {
    const type = this.#maker.direction();
    const keys = this.#maker
      .entity(name)
      .dimensions.map(({ key }): [string, InputField] => [
        key,
        { type, description: 'By this key, which must be in `by`.' },
      ]);
    return this.#maker.make(`${name}GroupOrder`, {
      description: 'One sort key of groups: exactly one field.',
      isOneOf: true,
      fields: () => ({
        ...Object.fromEntries(keys),
        count: { type, description: 'By the number of rows.' },
        rows: {
          type: this.#count.order(name),
          description:
            'By the number of some rows, or of distinct values. Example: { count: DESC, distinct: ARTICLE }.',
        },
      }),
    });
  }
}
