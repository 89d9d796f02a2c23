import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Location } from '../../text/yaml-file.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { Entity } from '../entity.ts';
import type { EntryContext } from '../entry-context.ts';
import { rowKey } from '../row.ts';
import { docOf, oneOf, slug, text } from '../shape.ts';
import { type Statement, statementsOf, subjectsOf } from '../statement.ts';
import {
  accountEntries,
  accountRows,
  accountShape,
  addAccountArticles,
  betweenShape,
  type ListedAccount,
  listedStatements,
  statementsShape,
} from './account.ts';

const shape = z.strictObject({
  topic: text(docOf('Disagreement', 'topic'), 'ours'),
  kind: oneOf('DisagreementKind', docOf('Disagreement', 'kind')),
  basis: oneOf('Basis', docOf('Disagreement', 'basis')).optional(),
  assumption: text(docOf('Disagreement', 'assumption'), 'ours').optional(),
  accounts: z.array(accountShape).optional().describe(docOf('Disagreement', 'accounts')),
  between: z.array(betweenShape).optional().describe('Pairs of accounts that differ in another way than `kind` says.'),
  ...statementsShape,
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
    const { topic, kind, assumption } = value;
    const slug = context.item.name;
    const basis = value.basis ?? usualBasis(assumption);
    if (assumption !== undefined && basis !== 'INFERRED')
      context.problem('with an "assumption" the basis is INFERRED: change "basis", or leave it out', 'basis');
    context.add('Disagreement', { id, slug, sortKey: '', topic, kind, basis, assumption: assumption ?? null });
    const accounts = listedAccounts(value, context).map((account, i) =>
      accountRows(account, context, { id, slug, ordinal: i + 1 }),
    );
    addContrasts(id, accounts, { value, context });
    const to = { disagreementId: id };
    const { rows } = context.dataset;
    for (const [proposalId, location] of ends(value, 'proposals', context))
      rows.add('DisagreementProposal', { ...to, proposalId }, location);
    for (const [eventId, location] of ends(value, 'events', context))
      rows.add('DisagreementEvent', { ...to, eventId }, location);
    for (const [actorId, location] of ends(value, 'actors', context))
      rows.add('DisagreementActor', { ...to, actorId }, location);
  },
  entry(id, context) {
    const { topic, kind, basis, assumption } = context.get('Disagreement', id);
    const proposals = context.where('DisagreementProposal', 'disagreementId', id).map((row) => row.proposalId);
    const events = context.where('DisagreementEvent', 'disagreementId', id).map((row) => row.eventId);
    const actors = context.where('DisagreementActor', 'disagreementId', id).map((row) => row.actorId);
    const ordinalOf = (accountId: string) => context.get('Account', accountId).ordinal;
    const between = context
      .where('Contrast', 'disagreementId', id)
      .filter((contrast) => contrast.kind !== kind)
      .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
      .map(
        (contrast): z.output<typeof betweenShape> => ({
          accounts: [ordinalOf(contrast.accountId), ordinalOf(contrast.otherId)],
          kind: contrast.kind,
        }),
      );
    return {
      topic,
      kind,
      basis: basis === usualBasis(assumption) ? null : basis,
      assumption,
      accounts: accountEntries(id, context),
      between,
      assertions: null, // short for accounts of one statement each
      wordings: null,
      proposals: context.refs('Proposal', proposals),
      events: context.refs('Event', events),
      actors: context.refs('Actor', actors),
    };
  },
  parts: [
    'Account',
    'AccountAssertion',
    'AccountWording',
    'AccountArticle',
    'Contrast',
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
      const statements = statementsOf(id, dataset.rows);
      dataset.rows.set('Disagreement', id, { sortKey: statements[0]?.sortKey ?? '' });
      checkPlaces(id, statements, dataset);
      if (sound) checkSubjects(id, statements, dataset);
    }
    addAccountArticles(dataset);
  },
};

function usualBasis(assumption: string | null | undefined): 'INFERRED' | 'STATED' {
  return assumption ? 'INFERRED' : 'STATED';
}

/** The accounts of a disagreement; a disagreement that lists statements directly has an account for each. */
function listedAccounts(value: Item, context: EntryContext): readonly ListedAccount[] {
  const { accounts, assertions, wordings } = value;
  if (accounts && (assertions || wordings)) {
    context.problem('list the assertions and wordings under "accounts" only', assertions ? 'assertions' : 'wordings');
  }
  const listed = accounts
    ? accounts.map(({ says, ...listed }, i): ListedAccount => {
        const location = context.location.at('accounts', i);
        const statements = listedStatements(listed, location);
        if (statements.length === 0)
          context.problem(
            'this account has no passage: list at least one under "assertions" or "wordings"',
            'accounts',
            i,
          );
        return { says, statements, location };
      })
    : listedStatements(value, context.location).map((statement) => ({
        statements: [statement],
        location: statement.location,
      }));
  if (listed.length < 2) {
    context.problem(
      'a disagreement needs at least two accounts: list them under "accounts", or single passages under "assertions" and "wordings"',
    );
  }
  return listed;
}

/** A contrast of each two accounts, of the disagreement's kind unless `between` says otherwise. */
function addContrasts(
  disagreementId: string,
  accounts: readonly string[],
  { value: { kind, between = [] }, context }: { readonly value: Item; readonly context: EntryContext },
): void {
  const kinds = new Map<string, Item['kind']>();
  between.forEach((pair, i) => {
    const [one, other] = [...pair.accounts].sort((a, b) => a - b) as [number, number];
    const problem = (message: string) => context.problem(message, 'between', i, 'accounts');
    if (one === other) problem('an account does not differ from itself: write the numbers of two accounts');
    else if (other > accounts.length) problem(`there is no account ${other}: the last one is ${accounts.length}`);
    else if (kinds.has(`${one} ${other}`)) problem(`accounts ${one} and ${other} are already in this list`);
    else kinds.set(`${one} ${other}`, pair.kind);
  });
  const slug = context.item.name;
  accounts.forEach((accountId, i) => {
    accounts.slice(i + 1).forEach((otherId, j) => {
      const [one, other] = [i + 1, i + j + 2];
      const sortKey = `${slug}/${[one, other].map((n) => String(n).padStart(3, '0')).join('/')}`;
      context.add('Contrast', {
        id: globalId('Contrast', slug, one, other),
        sortKey,
        disagreementId,
        accountId,
        otherId,
        kind: kinds.get(`${one} ${other}`) ?? kind,
      });
    });
  });
}

const MODELS = {
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
    const id = context.ref(MODELS[field], name, field, i);
    return id === '' ? [] : [[id, context.location.at(field, i)] as const];
  });
}

function checkPlaces(id: string, statements: readonly Statement[], { rows, problems }: DatasetDraft): void {
  const places = new Set(statements.map(({ articleId, start, end }) => `${articleId} ${start} ${end}`));
  const location = rows.location('Disagreement', id);
  if (location && statements.length > 1 && places.size === 1) {
    problems.push(
      location.keyProblem('all of its accounts are the same passage of one article, which cannot disagree with itself'),
    );
  }
}

/** Each subject of a disagreement must be a subject of at least one of its accounts. */
function checkSubjects(
  disagreementId: string,
  statements: readonly Statement[],
  { rows, problems }: DatasetDraft,
): void {
  const subjects = subjectsOf(statements, rows);
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
