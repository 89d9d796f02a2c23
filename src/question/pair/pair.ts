import { custom } from '../../query/mapping.ts';
import type { Builder } from '../../schema/builder.ts';
import type { Types } from '../../schema/output.ts';
import { type FieldMaker, make, type OutputRef } from '../../schema/part.ts';
import { actorRef } from '../actor-ref/actor-ref.ts';
import { TIES } from '../tie/tie.ts';
import { MAX_PAIR_ENDS, MAX_PAIR_TIES } from './count-pairs.ts';
import { selectPairs } from './select-pairs.ts';

/** The kinds of ties that can be counted. */
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
        description: `Who is tied to whom, and how often: pairs of actors with something in common, each pair once, the highest counts first. On a large base narrow it with \`where\`, or ask for those of one actor by \`with\`: pairs are made of at most ${MAX_PAIR_ENDS.toLocaleString('en')} mentions, participations or positions, in which two are together at most ${MAX_PAIR_TIES.toLocaleString('en')} times; beyond that it is COST_EXCEEDED. Example: pairs(kind: MENTIONED_TOGETHER, where: { person: {} }, having: { count: { gte: 3 } }) { nodes { a { name } b { name } count } }`,
        args: {
          kind: arg({ type: pairKind(types), required: true, description: 'What ties the two of a pair.' }),
          with: arg({
            type: actorRef(types),
            description:
              'Only pairs of which one is this actor: it is `a` of each, and `b` is the other. It need not meet `where`. An actor that does not exist is NOT_FOUND: an empty list would say something of nobody. Example: pairs(kind: MET, with: { slug: "donald-trump" }) { nodes { b { name } count } }',
          }),
          where: arg({
            type: inputs.where('Actor'),
            description: 'Only pairs of which both actors meet this; together with `with`: the other one.',
          }),
          having: arg({ type: pairHaving(types), description: 'Only pairs that meet this.' }),
          orderBy: arg({
            type: pairOrder(types),
            description: 'The order; the server adds what makes it total. By default the highest counts come first.',
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
    description: 'What the two actors of a pair have in common, and what is counted.',
    values: PAIR_KINDS.map((kind) => [kind, { description: `${TIES[kind]} ${COUNTED[kind]}` }]),
  });
}

function pairHaving({ inputs }: Types) {
  return inputs.maker.make('PairHaving', {
    description: 'A condition on a pair. Example: { count: { gte: 3 } }.',
    fields: () => ({
      count: { type: inputs.groups.comparison(), description: 'How much the two have in common.' },
    }),
  });
}

function pairOrder({ inputs }: Types) {
  const type = inputs.maker.direction();
  return inputs.maker.make('PairOrder', {
    description: 'An order of pairs: exactly one field. Pairs that are equal in it follow by their names.',
    isOneOf: true,
    fields: () => ({
      count: { type, description: 'By how much the two have in common.' },
      name: {
        type,
        description:
          'By the names: of `a`, then of `b`. With `with`, where all have one `a`, that is by the name of the other.',
      },
    }),
  });
}

function pairType({ parts, connections }: Types): OutputRef {
  const actor = (t: FieldMaker, description: string) => make(t, { type: parts.ref('Actor'), description });
  return parts.object('Pair', 'Two actors with something in common, and what documents it.', (t) => ({
    a: actor(
      t,
      'The one whose name comes first in the order of actors; where pairs `with` one actor are asked for, that actor.',
    ),
    b: actor(t, 'The other one.'),
    count: make(t, {
      type: 'Int',
      description: 'How many different articles, events or proposals they have in common, by the kind.',
    }),
    articles: connections.field(t, {
      name: 'Article',
      description:
        'The articles that document it: those that name both; for MET those that tell that one of them was at such an event; for sides those that give such a position of one of them.',
    }),
    assertions: connections.field(t, {
      name: 'Assertion',
      description:
        'What those articles assert of either of the two, with its place in the text: for MET that one was at such an event (Participation), for sides where one stands on such a proposal (Position). Empty for MENTIONED_TOGETHER. Example, of one of the two alone: assertions(where: { position: { actor: { slug: { eq: "malta" } } } }) { nodes { article { slug } ... on Position { stance proposal { name } } } }',
    }),
    events: connections.field(t, {
      name: 'Event',
      description: 'For MET: the events at which both were. Empty for other kinds.',
    }),
    proposals: connections.field(t, {
      name: 'Proposal',
      description: 'For sides: the proposals on which they stand so. Empty for other kinds.',
    }),
  }));
}
