import { addressOf } from '../../address.ts';
import { type EventKind, EventsFileDocument, EventsListDocument } from '../../generated/operation.ts';
import { When } from '../../part/when.tsx';
import { wordOf } from '../../part/word.ts';
import { defineList } from './list-page.tsx';

const KINDS: Readonly<Record<EventKind, string>> = {
  MEETING: 'Meetings',
  CALL: 'Calls',
  BROADCAST: 'Broadcasts',
  DECISION: 'Decisions',
  PUBLICATION: 'Publications',
  SIGNING: 'Signings',
};

/** `/events` */
export const eventsPage = defineList({
  document: EventsListDocument,
  file: EventsFileDocument,
  rows: ({ events }) => events,
})({
  kind: 'event',
  intro: 'Meetings, calls, decisions and other events: when, where, and who took part.',
  keyOf: ({ slug }) => slug,
  columns: [
    { name: 'Event', order: 'name', cell: ({ slug, name }) => <a href={addressOf('event', slug)}>{name}</a> },
    { name: 'Kind', cell: ({ kind }) => wordOf(kind) },
    { name: 'When', order: 'date', look: 'text', cell: ({ when }) => <When when={when} none="not given" /> },
    { name: 'Place', order: 'place', cell: ({ place }) => place ?? <span class="note">not given</span> },
    {
      name: 'Participants',
      order: 'participants',
      look: 'numeric',
      cell: ({ participations }) => participations.groups.totalCount,
    },
    { name: 'Quotes', order: 'quotes', look: 'numeric', cell: ({ quotes }) => quotes.totalCount },
  ],
  orders: {
    date: { natural: 'ASC', by: (direction) => [{ when: { earliest: direction } }] },
    name: { natural: 'ASC', by: (name) => [{ name }] },
    place: { natural: 'ASC', by: (place) => [{ place }] },
    participants: { natural: 'DESC', by: (count) => [{ participations: { count, distinct: 'ACTOR' } }] },
    quotes: { natural: 'DESC', by: (count) => [{ quotes: { count } }] },
  },
  containsWhat: 'name or place',
  contains: (contains) => ({ OR: [{ name: { contains } }, { place: { contains } }] }),
  filters: {
    kind: { label: 'Kind', values: KINDS, where: (kind) => ({ kind: { eq: kind as EventKind } }) },
    actor: {
      label: 'with',
      names: 'actor',
      where: (slug) => ({ participations: { some: { actor: { slug: { eq: slug } } } } }),
    },
  },
});
