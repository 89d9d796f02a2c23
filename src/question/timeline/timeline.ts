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
          'What happened, was said and was published, in the order of its dates: events, quotes, states of proposals, articles. By the earliest possible day, then by the latest; on one day events come first, then quotes, states and articles. A quote stands once for each date that its wordings give it; an article once as published and once as updated; the state of a proposal as of its article: as published, else as updated. What has no date at all is left out. Example: timeline(where: { actor: { slug: { eq: "friedrich-merz" } } }) { nodes { when { earliest text } node { __typename id } } }',
        args: {
          where: arg({ type: timelineWhere(types), description: 'Only entries that meet this.' }),
          ...connections.forwards(arg),
        },
        extensions: custom({ compile: selectTimeline }),
      }),
    };
  });
}

function timelineWhere({ inputs }: Types) {
  return inputs.maker.make('TimelineWhere', {
    description: 'A condition on entries of the timeline. Several fields all have to hold.',
    fields: () => ({
      when: {
        type: inputs.when(),
        description:
          'The date of the entry. Example: { earliest: { gte: "2025-12-15" }, latest: { lte: "2025-12-17" } } for what surely lies in these three days.',
        extensions: { onrecord: { kind: 'when', when: 'when' } },
      },
      article: {
        type: inputs.where('Article'),
        description:
          'An article that tells of it: that gives the words, says the state, tells who took part in the event (or another fact of it, or what was said there); the article itself.',
      },
      actor: {
        type: inputs.where('Actor'),
        description:
          'An actor in it: who said the words by that wording, took part in the event, is named in the article, or on whose word the article says the state.',
      },
      proposal: {
        type: inputs.where('Proposal'),
        description:
          'A proposal that it concerns: that the quote or the event was about, whose state it is, that the article names or asserts something of.',
      },
    }),
  });
}

function entryType({ parts }: Types): OutputRef {
  return parts.object('TimelineEntry', 'Something with its place in time.', (t) => ({
    when: make(t, { type: parts.when(), description: 'The date, as far as it is known.' }),
    node: make(t, {
      type: parts.node(),
      description: 'An Event, a Quote, a ProposalStatus or an Article. Ask `__typename`, or use fragments.',
    }),
  }));
}
