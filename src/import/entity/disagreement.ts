import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Place } from '../../text/yaml-file.ts';
import { type Account, accountsOf, subjectsOf } from '../account.ts';
import type { Dataset } from '../dataset.ts';
import type { Entity } from '../entity.ts';
import { rowKey } from '../row.ts';
import type { Scope } from '../scope.ts';
import { accountRef, docOf, oneOf, slug, text } from '../shape.ts';

const shape = z.strictObject({
  topic: text(docOf('Disagreement', 'topic')),
  kind: oneOf('DisagreementKind', docOf('Disagreement', 'kind')),
  assertions: z.array(accountRef('An assertion.')).optional().describe(docOf('Disagreement', 'assertions')),
  wordings: z.array(accountRef('A wording.')).optional().describe(docOf('Disagreement', 'wordings')),
  proposals: z.array(slug('The slug of a proposal.')).optional().describe(docOf('Disagreement', 'proposals')),
  events: z.array(slug('The slug of an event.')).optional().describe(docOf('Disagreement', 'events')),
  actors: z.array(slug('The slug of an actor.')).optional().describe(docOf('Disagreement', 'actors')),
});
type Item = z.output<typeof shape>;

export const disagreement: Entity<Item> = {
  model: 'Disagreement',
  shape,
  id: (_, scope) => globalId('Disagreement', scope.item.name),
  rows(value, scope, id) {
    const { topic, kind, assertions = [], wordings = [] } = value;
    if (assertions.length + wordings.length < 2) {
      scope.problem('a disagreement has two accounts at least: name them under "assertions" and "wordings"');
    }
    scope.add('Disagreement', { id, slug: scope.item.name, sortKey: '', topic, kind });
    const to = { disagreementId: id };
    const { rows } = scope.knowledge;
    for (const [assertionId, place] of ends(value, 'assertions', scope))
      rows.add('DisagreementAssertion', { ...to, assertionId }, place);
    for (const [wordingId, place] of ends(value, 'wordings', scope))
      rows.add('DisagreementWording', { ...to, wordingId }, place);
    for (const [proposalId, place] of ends(value, 'proposals', scope))
      rows.add('DisagreementProposal', { ...to, proposalId }, place);
    for (const [eventId, place] of ends(value, 'events', scope))
      rows.add('DisagreementEvent', { ...to, eventId }, place);
    for (const [actorId, place] of ends(value, 'actors', scope))
      rows.add('DisagreementActor', { ...to, actorId }, place);
  },
  entry(id, scope) {
    const { topic, kind } = scope.get('Disagreement', id);
    const assertions = scope.where('DisagreementAssertion', 'disagreementId', id).map((row) => row.assertionId);
    const wordings = scope.where('DisagreementWording', 'disagreementId', id).map((row) => row.wordingId);
    const proposals = scope.where('DisagreementProposal', 'disagreementId', id).map((row) => row.proposalId);
    const events = scope.where('DisagreementEvent', 'disagreementId', id).map((row) => row.eventId);
    const actors = scope.where('DisagreementActor', 'disagreementId', id).map((row) => row.actorId);
    return {
      topic,
      kind,
      assertions: scope.accountRefs('Assertion', assertions),
      wordings: scope.accountRefs('Wording', wordings),
      proposals: scope.refs('Proposal', proposals),
      events: scope.refs('Event', events),
      actors: scope.refs('Actor', actors),
    };
  },
  parts: [
    'DisagreementAssertion',
    'DisagreementWording',
    'DisagreementArticle',
    'DisagreementProposal',
    'DisagreementEvent',
    'DisagreementActor',
  ],
  finish(knowledge) {
    // What accounts speak of is known only where every reference is right.
    const sound = knowledge.complete && knowledge.problems.length === 0;
    for (const { id } of knowledge.rows.all('Disagreement')) {
      const accounts = accountsOf(id, knowledge.rows);
      knowledge.rows.set('Disagreement', id, { sortKey: accounts[0]?.sortKey ?? '' });
      checkPlaces(id, accounts, knowledge);
      if (sound) checkSubjects(id, accounts, knowledge);
    }
  },
};

const MODELS = {
  assertions: 'Assertion',
  wordings: 'Wording',
  proposals: 'Proposal',
  events: 'Event',
  actors: 'Actor',
} as const;

/** The id of whatever a list names, with the place of the name; what cannot be found or stands there twice is a problem. */
function ends(value: Item, field: keyof typeof MODELS, scope: Scope): readonly (readonly [id: string, place: Place])[] {
  const list = value[field] ?? [];
  return list.flatMap((name, i) => {
    if (list.indexOf(name) !== i) scope.problem(`"${name}" stands in this list already`, field, i);
    const id = name.includes('.')
      ? scope.accountRef(MODELS[field], name, field, i)
      : scope.ref(MODELS[field], name, field, i);
    return id === '' ? [] : [[id, scope.place.at(field, i)] as const];
  });
}

function checkPlaces(id: string, accounts: readonly Account[], { rows, problems }: Dataset): void {
  const places = new Set(accounts.map(({ articleId, start, end }) => `${articleId} ${start} ${end}`));
  const place = rows.place('Disagreement', id);
  if (place && accounts.length > 1 && places.size === 1) {
    problems.push(place.keyProblem('its accounts all stand at one place of one article: nothing disagrees there'));
  }
}

/** Whatever a disagreement is said to be about is something that one of its accounts speaks of. */
function checkSubjects(disagreementId: string, accounts: readonly Account[], { rows, problems }: Dataset): void {
  const subjects = subjectsOf(accounts, rows);
  const check = (end: { readonly id: string; readonly slug: string } | undefined, place: Place | undefined) => {
    if (!end || !place || subjects.has(end.id)) return;
    const field = place.path.at(-2);
    problems.push(
      place.problem(
        `none of the accounts speaks of "${end.slug}": take it out of "${field}", or add the one that does`,
      ),
    );
  };
  for (const row of rows.where('DisagreementProposal', 'disagreementId', disagreementId))
    check(
      rows.get('Proposal', row.proposalId),
      rows.place('DisagreementProposal', rowKey('DisagreementProposal', row)),
    );
  for (const row of rows.where('DisagreementEvent', 'disagreementId', disagreementId))
    check(rows.get('Event', row.eventId), rows.place('DisagreementEvent', rowKey('DisagreementEvent', row)));
  for (const row of rows.where('DisagreementActor', 'disagreementId', disagreementId))
    check(rows.get('Actor', row.actorId), rows.place('DisagreementActor', rowKey('DisagreementActor', row)));
}
