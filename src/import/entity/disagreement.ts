import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Location } from '../../text/yaml-file.ts';
import { type Account, accountsOf, subjectsOf } from '../account.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { Entity } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import { rowKey } from '../row.ts';
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
  id: (_, context) => globalId('Disagreement', context.item.name),
  rows(value, context, id) {
    const { topic, kind, assertions = [], wordings = [] } = value;
    if (assertions.length + wordings.length < 2) {
      context.problem('a disagreement needs at least two accounts: list them under "assertions" and "wordings"');
    }
    context.add('Disagreement', { id, slug: context.item.name, sortKey: '', topic, kind });
    const to = { disagreementId: id };
    const { rows } = context.dataset;
    for (const [assertionId, location] of ends(value, 'assertions', context))
      rows.add('DisagreementAssertion', { ...to, assertionId }, location);
    for (const [wordingId, location] of ends(value, 'wordings', context))
      rows.add('DisagreementWording', { ...to, wordingId }, location);
    for (const [proposalId, location] of ends(value, 'proposals', context))
      rows.add('DisagreementProposal', { ...to, proposalId }, location);
    for (const [eventId, location] of ends(value, 'events', context))
      rows.add('DisagreementEvent', { ...to, eventId }, location);
    for (const [actorId, location] of ends(value, 'actors', context))
      rows.add('DisagreementActor', { ...to, actorId }, location);
  },
  entry(id, context) {
    const { topic, kind } = context.get('Disagreement', id);
    const assertions = context.where('DisagreementAssertion', 'disagreementId', id).map((row) => row.assertionId);
    const wordings = context.where('DisagreementWording', 'disagreementId', id).map((row) => row.wordingId);
    const proposals = context.where('DisagreementProposal', 'disagreementId', id).map((row) => row.proposalId);
    const events = context.where('DisagreementEvent', 'disagreementId', id).map((row) => row.eventId);
    const actors = context.where('DisagreementActor', 'disagreementId', id).map((row) => row.actorId);
    return {
      topic,
      kind,
      assertions: context.accountRefs('Assertion', assertions),
      wordings: context.accountRefs('Wording', wordings),
      proposals: context.refs('Proposal', proposals),
      events: context.refs('Event', events),
      actors: context.refs('Actor', actors),
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
  finish(dataset) {
    // Subjects are known only if every reference is valid.
    const sound = dataset.complete && dataset.problems.length === 0;
    for (const { id } of dataset.rows.all('Disagreement')) {
      const accounts = accountsOf(id, dataset.rows);
      dataset.rows.set('Disagreement', id, { sortKey: accounts[0]?.sortKey ?? '' });
      checkPlaces(id, accounts, dataset);
      if (sound) checkSubjects(id, accounts, dataset);
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

/** The ids of a list's references, with the location of each. Unknown and repeated references are problems. */
function ends(
  value: Item,
  field: keyof typeof MODELS,
  context: EntryContext,
): readonly (readonly [id: string, location: Location])[] {
  const list = value[field] ?? [];
  return list.flatMap((name, i) => {
    if (list.indexOf(name) !== i) context.problem(`"${name}" is already in this list`, field, i);
    const id = name.includes('.')
      ? context.accountRef(MODELS[field], name, field, i)
      : context.ref(MODELS[field], name, field, i);
    return id === '' ? [] : [[id, context.location.at(field, i)] as const];
  });
}

function checkPlaces(id: string, accounts: readonly Account[], { rows, problems }: DatasetDraft): void {
  const places = new Set(accounts.map(({ articleId, start, end }) => `${articleId} ${start} ${end}`));
  const location = rows.location('Disagreement', id);
  if (location && accounts.length > 1 && places.size === 1) {
    problems.push(
      location.keyProblem('all of its accounts are the same passage of one article, which cannot disagree with itself'),
    );
  }
}

/** Each subject of a disagreement must be a subject of at least one of its accounts. */
function checkSubjects(disagreementId: string, accounts: readonly Account[], { rows, problems }: DatasetDraft): void {
  const subjects = subjectsOf(accounts, rows);
  const check = (end: { readonly id: string; readonly slug: string } | undefined, location: Location | undefined) => {
    if (!end || !location || subjects.has(end.id)) return;
    const field = location.path.at(-2);
    problems.push(
      location.problem(
        `none of the accounts is about "${end.slug}": remove it from "${field}", or add an account that is`,
      ),
    );
  };
  for (const row of rows.where('DisagreementProposal', 'disagreementId', disagreementId))
    check(
      rows.get('Proposal', row.proposalId),
      rows.location('DisagreementProposal', rowKey('DisagreementProposal', row)),
    );
  for (const row of rows.where('DisagreementEvent', 'disagreementId', disagreementId))
    check(rows.get('Event', row.eventId), rows.location('DisagreementEvent', rowKey('DisagreementEvent', row)));
  for (const row of rows.where('DisagreementActor', 'disagreementId', disagreementId))
    check(rows.get('Actor', row.actorId), rows.location('DisagreementActor', rowKey('DisagreementActor', row)));
}
