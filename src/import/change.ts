import { type ModelName, models } from '../model/model.ts';
import type { AnyRow } from './row.ts';

/** How many things of one kind an import added, changed and removed. */
export interface Change {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** By the kind's name in the API: a person is a Person, not an Actor. Kinds without changes are left out. */
export type Changes = Readonly<Partial<Record<ModelName, Change>>>;

/** How the rows of one model differ from those stored. */
export interface Difference {
  readonly added: readonly AnyRow[];
  readonly changed: readonly AnyRow[];
  /** The rows to delete, as stored. */
  readonly removed: readonly AnyRow[];
}

/** Counts changes by thing instead of by row: a thing whose slugs or links differ counts as changed. */
export function changesOf(differences: ReadonlyMap<ModelName, Difference>): Changes {
  const things = new Map<ModelName, Map<string, keyof Change>>();
  const note = (model: ModelName, row: AnyRow, change: keyof Change) => {
    const { kind, id } = thingOf(model, row);
    const known = things.get(kind) ?? new Map<string, keyof Change>();
    things.set(kind, known);
    if (!belongs(model)) known.set(id, change);
    else if (!known.has(id)) known.set(id, 'changed');
  };
  const entries = [...differences].sort(([a], [b]) => Number(belongs(a)) - Number(belongs(b)));
  for (const [model, { added, changed, removed }] of entries) {
    for (const row of added) note(model, row, 'added');
    for (const row of changed) note(model, row, 'changed');
    for (const row of removed) note(model, row, 'removed');
  }
  const count = (known: ReadonlyMap<string, keyof Change>, change: keyof Change) =>
    [...known.values()].filter((value) => value === change).length;
  return Object.fromEntries(
    [...things].map(([kind, known]) => [
      kind,
      { added: count(known, 'added'), changed: count(known, 'changed'), removed: count(known, 'removed') },
    ]),
  );
}

/** For models whose rows belong to a thing of another model: the column with the id of that thing. */
const OWNERS: Readonly<Partial<Record<ModelName, string>>> = { ActorSlug: 'actorId', WordingPart: 'wordingId' };

/** Whether rows of this model belong to a thing (its links, slugs or parts) instead of being one. */
function belongs(model: ModelName): boolean {
  return models[model].link || model in OWNERS;
}

/** The thing that a row is or belongs to. Ids begin with the kind. */
function thingOf(model: ModelName, row: AnyRow): { readonly kind: ModelName; readonly id: string } {
  if (model === 'ClaimKey') return { kind: model, id: String(row.name) };
  const id = String(row[OWNERS[model] ?? models[model].key[0] ?? '']);
  return { kind: id.slice(0, id.indexOf('_')) as ModelName, id };
}
