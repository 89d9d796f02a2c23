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
        description: `The shortest documented connections between two actors: the shortest paths first, then longer ones, up to \`first\`. No path visits an actor twice. Empty when no connection of up to \`maxLength\` steps is documented, or when \`from\` is \`to\`. Paths of the same length are ordered step by step: by the actor the step leads to (in the order of \`actors\`), then by the kind (in the order of PathKind). An unknown actor is rejected with NOT_FOUND. A search that reads more than ${MAX_ROWS_READ.toLocaleString('en')} rows is rejected with COST_EXCEEDED. Example: paths(from: { slug: "blaise-metreweli" }, to: { slug: "jared-kushner" }, via: [MET, TITLE, MEMBER]) { length steps { kind from { name } to { name } article { slug } } }`,
        args: {
          from: arg({ type: actor, required: true, description: 'The first actor of the paths.' }),
          to: arg({ type: actor, required: true, description: 'The last actor of the paths.' }),
          via: arg({
            type: [pathKind(types)],
            description: 'The kinds of steps in a path; by default all. An empty list finds nothing.',
          }),
          maxLength: arg({
            type: 'Int',
            defaultValue: DEFAULT_LENGTH,
            description: `The maximum number of steps, from 1 to ${MAX_PATH_LENGTH}.`,
          }),
          first: arg({
            type: 'Int',
            defaultValue: DEFAULT_PATHS,
            description: `The maximum number of paths, up to ${MAX_PATHS}. Note: there may be more paths of the same length.`,
          }),
        },
        extensions: custom({ compile: selectPaths, rows: rowsOfPaths }),
      }),
    };
  });
}

function pathKind({ inputs }: Types) {
  return inputs.maker.enum('PathKind', {
    description: 'What connects two actors directly. Paths of the same length are listed in this order.',
    values: TIE_KINDS.map((kind) => [kind, { description: TIES[kind] }]),
  });
}

function pathType(types: Types): OutputRef {
  const { parts } = types;
  const description = 'A documented connection between two actors, as steps from one actor to the next.';
  return parts.object('Path', description, (t) => ({
    number: make(t, { type: 'Int', description: 'The position among the paths found, from 1.' }),
    length: make(t, { type: 'Int', description: 'The number of steps: 1 for a direct connection.' }),
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
  return parts.object('PathStep', 'One step of a path, with the evidence.', (t) => ({
    number: make(t, {
      type: 'Int',
      description: 'The position in the path, from 1.',
      extensions: { onrecord: { kind: 'column', column: 'step' } },
    }),
    kind: make(t, {
      type: pathKind(types) as unknown as OutputRef,
      description: 'What connects the two actors.',
      extensions: { onrecord: { kind: 'column', column: 'kind' } },
    }),
    from: make(t, { type: parts.ref('Actor'), description: 'The actor that the step starts from.', ...one('from') }),
    to: make(t, {
      type: parts.ref('Actor'),
      description: 'The actor that the step leads to. The next step starts there.',
      ...one('to'),
    }),
    article: make(t, {
      type: parts.ref('Article'),
      nullable: true,
      description:
        'The first article that documents the whole step: it names both actors, reports both at the event, states the title or membership, or reports both positions. Null when this takes two articles. Note: there may be more articles; `pairs` lists them all.',
      ...one('article'),
    }),
    event: make(t, {
      type: parts.ref('Event'),
      nullable: true,
      description: 'The first event that both attended. Only for MET.',
      ...one('event'),
    }),
    proposal: make(t, {
      type: parts.ref('Proposal'),
      nullable: true,
      description:
        'The first proposal on which they are on the same or opposite sides. Only for SAME_SIDE and OPPOSITE_SIDES.',
      ...one('proposal'),
    }),
  }));
}
