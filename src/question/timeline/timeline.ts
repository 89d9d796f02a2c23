import { custom } from '../../query/mapping.ts';
import type { Builder } from '../../schema/builder.ts';
import type { Types } from '../../schema/output.ts';
import { make, type OutputRef } from '../../schema/part.ts';
import { selectTimeline } from './select-timeline.ts';

export function timeline(builder: Builder): void {
  builder.root((t, types) => {
    const { parts, connections } = types;
    const arg = t.arg as (options: object) => unknown;
    entryType(types);
    return {
      timeline: make(t, {
        type: parts.connection('TimelineEntry', { name: 'Timeline' }),
        description:
          'Events, quotes, statuses of proposals and articles in chronological order: by the earliest possible day, then by the latest; within a day, in the order in which they are listed here. A quote has an entry for each date in its wordings, an article one for its publication and one for its update. A status has its own date (`when`), otherwise the date of its article: published, otherwise updated. Nodes without a date are left out. Example: timeline(where: { actor: { slug: { eq: "friedrich-merz" } } }) { nodes { when { earliest text } node { __typename id } } }',
        args: {
          where: arg({ type: timelineWhere(types), description: 'Only entries that match this.' }),
          ...connections.forwards(arg),
        },
        extensions: custom({ compile: selectTimeline }),
      }),
    };
  });
}

function timelineWhere({ inputs }: Types) {
  return inputs.maker.make('TimelineWhere', {
    description: 'A filter on timeline entries. All fields have to match.',
    fields: () => ({
      when: {
        type: inputs.when(),
        description:
          'The date of the entry. Example: { earliest: { gte: "2025-12-15" }, latest: { lte: "2025-12-17" } } for entries certainly within these three days.',
        extensions: { onrecord: { kind: 'when', when: 'when' } },
      },
      article: {
        type: inputs.where('Article'),
        description:
          'An article that reports the entry: the words, the status, or the event (a participation, another claim, or a quote from it); or the article itself.',
      },
      actor: {
        type: inputs.where('Actor'),
        description:
          'An actor of the entry: the speaker, a participant of the event, an actor mentioned in the article, or the source of the status.',
      },
      proposal: {
        type: inputs.where('Proposal'),
        description:
          'A proposal of the entry: the subject of the quote or event, the proposal with the status, or one that the article mentions or asserts something about.',
      },
    }),
  });
}

function entryType({ parts }: Types): OutputRef {
  return parts.object('TimelineEntry', 'Something with a date.', (t) => ({
    when: make(t, { type: parts.when(), description: 'The date, as precisely as it is known.' }),
    node: make(t, {
      type: parts.node(),
      description: 'An Event, Quote, ProposalStatus or Article. Select `__typename`, or use fragments.',
    }),
  }));
}
