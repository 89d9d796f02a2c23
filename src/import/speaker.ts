import type { Location } from '../text/yaml-file.ts';
import type { Rows } from './rows.ts';

/** Adds the organisations that each actor speaks for: `Actor.speaksFor`. */
export function addSpeakers(rows: Rows): void {
  const states = new States(rows);
  const speaksFor = (actorId: string, organisationId: string | null, location: Location | undefined) => {
    if (!organisationId || !location) return;
    for (const id of [organisationId, ...states.of(organisationId)])
      rows.add('ActorOrganisation', { actorId, organisationId: id }, location);
  };
  for (const { id } of rows.all('Organisation')) speaksFor(id, id, rows.location('Organisation', id));
  for (const { id, memberOfId } of rows.all('Source')) speaksFor(id, memberOfId, rows.location('Source', id));
  for (const { sourceId, actorId } of rows.all('SourceMember')) {
    if (rows.get('Organisation', actorId)) speaksFor(sourceId, actorId, rows.location('Source', sourceId));
  }
  for (const { id, personId, organisationId, tenure } of rows.all('Title')) {
    if (tenure === 'CURRENT') speaksFor(personId, organisationId, rows.location('Title', id));
  }
}

/** Kinds of organisations that speak for the state that they belong to. */
const OF_STATES: ReadonlySet<string> = new Set(['BODY', 'GOVERNMENT', 'OFFICE']);

/**
 * The states that bodies belong to, with the bodies in between: the press office belongs to the president's office, and
 * that to the state. What belongs to no state, such as a state in an alliance, speaks only for itself.
 */
class States {
  readonly #rows: Rows;
  readonly #known = new Map<string, readonly string[]>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  of(organisationId: string): readonly string[] {
    const known = this.#known.get(organisationId);
    if (known) return known;
    this.#known.set(organisationId, []); // in case two organisations are members of each other
    const found = new Set<string>();
    if (OF_STATES.has(this.#rows.get('Organisation', organisationId)?.kind ?? '')) {
      for (const { groupId } of this.#rows.where('Membership', 'memberId', organisationId)) {
        const above = this.of(groupId);
        if (this.#rows.get('Organisation', groupId)?.kind !== 'STATE' && above.length === 0) continue;
        for (const id of [groupId, ...above]) found.add(id);
      }
    }
    this.#known.set(organisationId, [...found]);
    return [...found];
  }
}
