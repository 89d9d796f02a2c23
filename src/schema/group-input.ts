import type { InputRef } from '@pothos/core';
import type { ModelName } from '../model/model.ts';
import { comparisons, type InputMaker } from './input-maker.ts';

/** The inputs of groups: what to group and count by, which groups, in which order. */
export class GroupInputs {
  readonly #maker: InputMaker;

  constructor(maker: InputMaker) {
    this.#maker = maker;
  }

  /** Whether an entity has anything to be grouped and counted by. */
  possible(name: ModelName): boolean {
    return this.#maker.entity(name).dimensions.length > 0;
  }

  /** `<Entity>Dimension`. */
  dimension(name: ModelName): InputRef<object> {
    return this.#maker.enum(`${name}Dimension`, {
      description: `What rows of ${name} can be grouped and counted by.`,
      values: this.#maker
        .entity(name)
        .dimensions.map(({ dimension, description }) => [dimension.name, { value: dimension, description }]),
    });
  }

  /** `<Entity>Measure`; undefined for an entity without numbers and dates. */
  measure(name: ModelName): InputRef<object> | undefined {
    const { measures } = this.#maker.entity(name);
    if (!measures.length) return undefined;
    return this.#maker.enum(`${name}Measure`, {
      description: `What groups of ${name} can tell the least and the greatest of.`,
      values: measures.map(({ measure, description }) => [measure.name, { value: measure, description }]),
    });
  }

  /** `<Entity>Having`. */
  having(name: ModelName): InputRef<object> {
    return this.#maker.make(`${name}Having`, {
      description: `A condition on a group of ${name}. Several fields all have to hold.`,
      fields: () => {
        const self = this.having(name);
        return {
          count: { type: this.comparison(), description: 'How many rows the group has.' },
          distinct: {
            type: this.#distinctHaving(name),
            description: 'How many different values of a dimension the group has.',
          },
          AND: { type: [self], description: 'All of these hold; an empty list holds for every group.' },
          OR: { type: [self], description: 'At least one of these holds; an empty list holds for none.' },
          NOT: { type: self, description: 'This does not hold.' },
        };
      },
    });
  }

  /** Comparisons of a number of rows. */
  comparison(): InputRef<object> {
    return this.#maker.make('CountComparison', {
      description: 'A condition on a number of rows.',
      fields: comparisons,
    });
  }

  #distinctHaving(name: ModelName): InputRef<object> {
    return this.#maker.make(`${name}DistinctHaving`, {
      description: 'A condition on a number of different values.',
      fields: () => ({
        of: {
          type: this.dimension(name),
          required: true,
          description: 'Whose values are counted; rows without one do not count.',
        },
        ...comparisons(),
      }),
    });
  }

  /** `<Entity>GroupOrder`. */
  order(name: ModelName): InputRef<object> {
    const type = this.#maker.direction();
    const keys = this.#maker.entity(name).dimensions.map(({ key, description }) => [
      key,
      {
        type,
        description: `By this value, which has to be in \`by\`: rows in the natural order of their list. ${description}`,
      },
    ]);
    return this.#maker.make(`${name}GroupOrder`, {
      description: `One key of an order of groups of ${name}: exactly one field. The server adds what makes the order total.`,
      isOneOf: true,
      fields: () => ({
        ...Object.fromEntries(keys),
        count: { type, description: 'By the number of rows in the group.' },
        distinct: { type: this.#distinctOrder(name), description: 'By the number of different values of a dimension.' },
      }),
    });
  }

  #distinctOrder(name: ModelName): InputRef<object> {
    return this.#maker.make(`${name}DistinctOrder`, {
      description: 'An order by a number of different values.',
      fields: () => ({
        of: { type: this.dimension(name), required: true, description: 'Whose values are counted.' },
        direction: { type: this.#maker.direction(), required: true, description: 'Upwards or downwards.' },
      }),
    });
  }
}
