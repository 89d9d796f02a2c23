import { custom } from '../../query/mapping.ts';
import type { Builder } from '../../schema/builder.ts';
import type { Types } from '../../schema/output.ts';
import { make, type OutputRef } from '../../schema/part.ts';
import { actorRef } from '../actor-ref/actor-ref.ts';
import { TIE_KINDS } from '../tie/shared-ties.ts';
import { TIES } from '../tie/tie.ts';
import {
  DEFAULT_LENGTH,
  DEFAULT_PATHS,
  MAX_PATH_LENGTH,
  MAX_PATHS,
  MAX_ROWS_READ,
  rowsOfPaths,
  selectPaths,
} from './select-paths.ts';

export function path(builder: Builder): void {
  builder.root((t, types) => {
    const arg = t.arg as (options: object) => unknown;
    const actor = actorRef(types);
    return {
      paths: make(t, {
        type: [pathType(types)],
        description: `The shortest documented connections between two actors: all of the shortest length first, then longer ones, up to \`first\`. No path visits an actor twice; an empty list means that nothing documents a connection of that length. Paths of one length are ordered step by step: by the actor that the step leads to (in the order of \`actors\`), then by the kind (in the order of PathKind). Where \`from\` is \`to\`, there is none. An actor that does not exist is NOT_FOUND: an empty list would say something of nobody. The search goes from both ends and reads at most ${MAX_ROWS_READ.toLocaleString('en')} rows; beyond that it is COST_EXCEEDED and says what passes. Example: paths(from: { slug: "blaise-metreweli" }, to: { slug: "jared-kushner" }, via: [MET, TITLE, MEMBER]) { length steps { kind from { name } to { name } article { slug } } }`,
        args: {
          from: arg({ type: actor, required: true, description: 'Where the paths begin.' }),
          to: arg({ type: actor, required: true, description: 'Where they end.' }),
          via: arg({
            type: [pathKind(types)],
            description:
              'The kinds of steps that a path may have: all of them unless given; an empty list finds nothing.',
          }),
          maxLength: arg({
            type: 'Int',
            defaultValue: DEFAULT_LENGTH,
            description: `The most steps that a path may have, from 1 to ${MAX_PATH_LENGTH}.`,
          }),
          first: arg({
            type: 'Int',
            defaultValue: DEFAULT_PATHS,
            description: `At most this many paths, up to ${MAX_PATHS}. Catch: there may be more that are as short.`,
          }),
        },
        extensions: custom({ compile: selectPaths, rows: rowsOfPaths }),
      }),
    };
  });
}

function pathKind({ inputs }: Types) {
  return inputs.maker.enum('PathKind', {
    description: 'What connects two actors directly. The order is that in which paths of one length are listed.',
    values: TIE_KINDS.map((kind) => [kind, { description: TIES[kind] }]),
  });
}

function pathType(types: Types): OutputRef {
  const { parts } = types;
  const description = 'A documented connection between two actors: step by step, each from one actor to another.';
  return parts.object('Path', description, (t) => ({
    number: make(t, { type: 'Int', description: 'Its place among the paths found: 1 for the first.' }),
    length: make(t, { type: 'Int', description: 'The number of steps: 1 where the two are connected directly.' }),
    steps: make(t, {
      type: [stepType(types)],
      description: 'The steps in order, from the first actor to the last.',
      extensions: { onrecord: { kind: 'lines' } },
    }),
  }));
}

function stepType(types: Types): OutputRef {
  const { parts } = types;
  const one = (relation: string) => ({ extensions: { onrecord: { kind: 'one', relation } } });
  return parts.object('PathStep', 'One step of a path, with what documents it.', (t) => ({
    number: make(t, {
      type: 'Int',
      description: 'Its place in the path: 1 for the first step.',
      extensions: { onrecord: { kind: 'column', column: 'step' } },
    }),
    kind: make(t, {
      type: pathKind(types) as unknown as OutputRef,
      description: 'What connects the two.',
      extensions: { onrecord: { kind: 'column', column: 'kind' } },
    }),
    from: make(t, { type: parts.ref('Actor'), description: 'Where the step begins.', ...one('from') }),
    to: make(t, {
      type: parts.ref('Actor'),
      description: 'Where it leads: the next step begins there.',
      ...one('to'),
    }),
    article: make(t, {
      type: parts.ref('Article'),
      nullable: true,
      description:
        'The first article, in the order of articles, that documents the step: names both, tells that both were at the event, gives the title or membership, or gives both positions. Null where it takes two articles. Catch: there may be more; `pairs` lists them all.',
      ...one('article'),
    }),
    event: make(t, {
      type: parts.ref('Event'),
      nullable: true,
      description: 'For MET: the first event, in the order of events, at which both were. Null for other kinds.',
      ...one('event'),
    }),
    proposal: make(t, {
      type: parts.ref('Proposal'),
      nullable: true,
      description:
        'For SAME_SIDE and OPPOSITE_SIDES: the first proposal, in the order of proposals, on which they stand so. Null for other kinds.',
      ...one('proposal'),
    }),
  }));
}
