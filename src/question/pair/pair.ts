import { custom } from '../../query/mapping.ts';
import type { Builder } from '../../schema/builder.ts';
import type { Types } from '../../schema/output.ts';
import { type FieldMaker, make, type OutputRef } from '../../schema/part.ts';
import { actorRef } from '../actor-ref/actor-ref.ts';
import { TIES } from '../tie/tie.ts';
import { MAX_PAIR_ENDS, MAX_PAIR_TIES } from './count-pairs.ts';
import { selectPairs } from './select-pairs.ts';

/** The kinds of ties that pairs can be counted by. */
const PAIR_KINDS = ['MENTIONED_TOGETHER', 'MET', 'SAME_SIDE', 'OPPOSITE_SIDES'] as const;

const COUNTED: Readonly<Record<(typeof PAIR_KINDS)[number], string>> = {
  MENTIONED_TOGETHER: 'Counts articles.',
  MET: 'Counts events.',
  SAME_SIDE: 'Counts proposals.',
  OPPOSITE_SIDES: 'Counts proposals.',
};

export function pair(builder: Builder): void {
  builder.root((t, types) => {
    const { inputs, connections, parts } = types;
    const arg = t.arg as (options: object) => unknown;
    pairType(types);
    return {
      pairs: make(t, {
        type: parts.connection('Pair'),
        description: `Pairs of actors with something in common, and how much: each pair once, the highest counts first. In a large database, narrow it with \`where\`, or get the pairs of one actor with \`with\`: more than ${MAX_PAIR_ENDS.toLocaleString('en')} mentions, participations or positions, or more than ${MAX_PAIR_TIES.toLocaleString('en')} pairs counting repetitions, are rejected with COST_EXCEEDED. Example: pairs(kind: MENTIONED_TOGETHER, where: { person: {} }, having: { count: { gte: 3 } }) { nodes { a { name } b { name } count } }`,
        args: {
          kind: arg({ type: pairKind(types), required: true, description: 'What the two actors have in common.' }),
          with: arg({
            type: actorRef(types),
            description:
              'Only pairs of this actor, which is then `a`. It need not match `where`. An unknown actor is rejected with NOT_FOUND. Example: pairs(kind: MET, with: { slug: "donald-trump" }) { nodes { b { name } count } }',
          }),
          where: arg({
            type: inputs.where('Actor'),
            description: 'Only pairs whose actors both match this; with `with`, only `b` has to.',
          }),
          having: arg({ type: pairHaving(types), description: 'Only pairs that match this.' }),
          orderBy: arg({
            type: pairOrder(types),
            description: 'The order; by default the highest counts first.',
          }),
          ...connections.forwards(arg),
        },
        extensions: custom({ compile: selectPairs }),
      }),
    };
  });
}

function pairKind({ inputs }: Types) {
  return inputs.maker.enum('PairKind', {
    description: 'What two actors have in common, and what is counted.',
    values: PAIR_KINDS.map((kind) => [kind, { description: `${TIES[kind]} ${COUNTED[kind]}` }]),
  });
}

function pairHaving({ inputs }: Types) {
  return inputs.maker.make('PairHaving', {
    description: 'A condition on a pair. Example: { count: { gte: 3 } }.',
    fields: () => ({
      count: { type: inputs.groups.comparison(), description: 'The number of things in common.' },
    }),
  });
}

function pairOrder({ inputs }: Types) {
  const type = inputs.maker.direction();
  return inputs.maker.make('PairOrder', {
    description: 'An order of pairs: exactly one field. Ties are ordered by name.',
    isOneOf: true,
    fields: () => ({
      count: { type, description: 'By the number of things in common.' },
      name: {
        type,
        description: 'By the name of `a`, then of `b`.',
      },
    }),
  });
}

function pairType({ parts, connections }: Types): OutputRef {
  const actor = (t: FieldMaker, description: string) => make(t, { type: parts.ref('Actor'), description });
  return parts.object('Pair', 'Two actors with something in common, with the evidence.', (t) => ({
    a: actor(t, 'The actor that comes first in the order of actors; with `with`, that actor.'),
    b: actor(t, 'The other actor.'),
    count: make(t, {
      type: 'Int',
      description: 'The number of articles, events or proposals in common, depending on the kind.',
    }),
    articles: connections.field(t, {
      name: 'Article',
      description:
        'The articles with the evidence. MENTIONED_TOGETHER: those that name both. MET: those that report one of the two at a shared event. Sides: those that report a position of one of the two on a shared proposal.',
    }),
    assertions: connections.field(t, {
      name: 'Assertion',
      description:
        'The evidence: participations in shared events for MET, positions on shared proposals for sides, of either actor. Empty for MENTIONED_TOGETHER. Example for one actor: assertions(where: { position: { actor: { slug: { eq: "malta" } } } }) { nodes { article { slug } ... on Position { stance proposal { name } } } }',
    }),
    events: connections.field(t, {
      name: 'Event',
      description: 'The events that both attended. Only for MET.',
    }),
    proposals: connections.field(t, {
      name: 'Proposal',
      description:
        'The proposals on which they are on the same or opposite sides. Only for SAME_SIDE and OPPOSITE_SIDES.',
    }),
  }));
}
