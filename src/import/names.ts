import { type ModelName, models } from '../model/model.ts';
import type { Location } from '../text/yaml-file.ts';

/** What a name in the files refers to. */
export interface Named {
  readonly model: ModelName;
  readonly id: string;
  readonly location: Location;
  /** For a former slug of an actor: its current slug; otherwise the name itself. */
  readonly current: string;
}

/** The names that entries refer to: slugs of registers and articles, and local names as `<article slug>/<ref>`. */
export class Names {
  readonly #byModel = new Map<ModelName, Map<string, Named>>();

  /**
   * Adds a name for its model and the model's supertype; returns what already has the name. A local name is unique in
   * its article, across all models.
   */
  declare(name: string, named: Named): Named | undefined {
    const supertype = models[named.model].supertype?.model;
    const taken = name.includes('/') ? this.findAnywhere(name) : this.find(supertype ?? named.model, name);
    if (!this.find(named.model, name)) this.#of(named.model).set(name, named);
    if (supertype && !this.find(supertype, name)) this.#of(supertype).set(name, named);
    return taken;
  }

  find(model: ModelName, name: string): Named | undefined {
    return this.#of(model).get(name);
  }

  /** What has this name, in any model. */
  findAnywhere(name: string): Named | undefined {
    return [...this.#byModel.values()].map((names) => names.get(name)).find((named) => named !== undefined);
  }

  of(model: ModelName): ReadonlyMap<string, Named> {
    return this.#of(model);
  }

  #of(model: ModelName): Map<string, Named> {
    const names = this.#byModel.get(model) ?? new Map<string, Named>();
    this.#byModel.set(model, names);
    return names;
  }
}

/** The name of a model in a sentence: "claim key" for `ClaimKey`. */
export function nounOf(model: ModelName): string {
  return model.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** The noun with its indefinite article. */
export function aNounOf(model: ModelName): string {
  return `${/^[AEIO]/.test(model) ? 'an' : 'a'} ${nounOf(model)}`;
}
