import { addressOf } from '../../address.ts';
import {
  type OrganisationKind,
  OrganisationsFileDocument,
  OrganisationsListDocument,
} from '../../generated/operation.ts';
import { wordOf } from '../../part/word.ts';
import { defineList } from './list-page.tsx';

const KINDS: Readonly<Record<OrganisationKind, string>> = {
  STATE: 'States',
  BODY: 'Bodies',
  GOVERNMENT: 'Governments',
  OFFICE: 'Offices',
  COMPANY: 'Companies',
  GROUP: 'Groups',
};

/** `/organisations` */
export const organisationsPage = defineList({
  document: OrganisationsListDocument,
  file: OrganisationsFileDocument,
  rows: ({ organisations }) => organisations,
})({
  kind: 'organisation',
  intro: 'States, international bodies, governments, offices, companies and groups.',
  keyOf: ({ slug }) => slug,
  columns: [
    { name: 'Name', order: 'name', cell: ({ slug, name }) => <a href={addressOf('organisation', slug)}>{name}</a> },
    { name: 'Kind', cell: ({ kind }) => wordOf(kind) },
    { name: 'Speakers', order: 'speakers', look: 'numeric', cell: ({ speakers }) => speakers.totalCount },
    { name: 'Members', order: 'members', look: 'numeric', cell: ({ members }) => members.groups.totalCount },
    { name: 'Positions', order: 'positions', look: 'numeric', cell: ({ positions }) => positions.totalCount },
    { name: 'Articles', order: 'articles', look: 'numeric', cell: ({ mentions }) => mentions.groups.totalCount },
  ],
  orders: {
    articles: {
      natural: 'DESC',
      by: (count) => [{ mentions: { count, distinct: 'ARTICLE' } }, { mentions: { count } }],
    },
    name: { natural: 'ASC', by: (name) => [{ name }] },
    speakers: { natural: 'DESC', by: (count) => [{ speakers: { count } }] },
    members: { natural: 'DESC', by: (count) => [{ members: { count, distinct: 'MEMBER' } }] },
    positions: { natural: 'DESC', by: (count) => [{ positions: { count } }] },
  },
  containsWhat: 'name or other spelling',
  contains: (contains) => ({ OR: [{ name: { contains } }, { aliases: { some: { text: { contains } } } }] }),
  filters: {
    kind: {
      label: 'Kind',
      values: KINDS,
      where: (kind) => ({ kind: { eq: kind as OrganisationKind } }),
    },
  },
});
