import { type ModelName, models } from '../model/model.ts';
import type { AnyRow } from './row.ts';

/** How many things of a kind an import added, changed and removed. */
export interface Change {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** By kind, as the API calls it: a person is a Person, not an Actor. Kinds that stayed as they were are left out. */
export type Changes = Readonly<Partial<Record<ModelName, Change>>>;

/** How the rows of one model differ from what is stored. */
export interface Difference {
  readonly added: readonly AnyRow[];
  readonly changed: readonly AnyRow[];
  /** What is to be deleted, as stored. */
  readonly removed: readonly AnyRow[];
}

/** What differences of rows amount to: a thing whose slugs or links to others differ has changed, whatever tables they stand in. */
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

/** The column that leads to the thing of which rows say more, where they are no things themselves. */
const OWNERS: Readonly<Partial<Record<ModelName, string>>> = { ActorSlug: 'actorId', WordingPart: 'wordingId' };

/** Whether the rows are no things themselves, but say more of one: its links, its slugs, its parts. */
function belongs(model: ModelName): boolean {
  return models[model].link || model in OWNERS;
}

/** The thing that a row is, or belongs to; an id begins with its kind. */
function thingOf(model: ModelName, row: AnyRow): { readonly kind: ModelName; readonly id: string } {
  if (model === 'ClaimKey') return { kind: model, id: String(row.name) };
  const id = String(row[OWNERS[model] ?? models[model].key[0] ?? '']);
  return { kind: id.slice(0, id.indexOf('_')) as ModelName, id };
}
