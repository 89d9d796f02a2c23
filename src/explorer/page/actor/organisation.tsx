import { addressOf } from '../../address.ts';
import { definePage, question } from '../../definition.ts';
import { ActorWordDocument, OrganisationPageDocument, StanceListDocument } from '../../generated/operation.ts';
import { ActorName, ArticleName } from '../../part/name.tsx';
import { Sections } from '../../part/sections.tsx';
import { Subject } from '../../part/subject.tsx';
import { wordOf } from '../../part/word.ts';
import { ActorHeading } from './heading.tsx';
import { contextOf, deedsOf, namingOf, tiesOf } from './sections.tsx';

/** `/organisation/<slug>` */
export const organisationPage = definePage({
  path: '/organisation/:slug',
  document: OrganisationPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ organisation }) => organisation?.slug ?? null,
  kind: 'actor',
  title: ({ organisation }) => organisation?.name ?? '',
  questions: ({ params: { slug = '' } }) => ({
    positions: question(StanceListDocument, { positions: { actor: { slug: { eq: slug } } } }),
    word: question(ActorWordDocument, { slug }),
  }),
  View: ({ data, links }) => {
    const { organisation } = data;
    if (!organisation) return null;
    const { kind, members, titles, sources, speakers } = organisation;
    return (
      <>
        <ActorHeading actor={organisation} what={wordOf(kind)} />
        <Sections
          sections={[
            ...deedsOf({ actor: organisation, links }),
            {
              id: 'speakers',
              title: 'Who speaks for it',
              count: speakers.totalCount + sources.totalCount,
              body: (
                <ul>
                  {speakers.nodes.map((speaker) => (
                    <li key={speaker.slug}>
                      <ActorName actor={speaker} />
                    </li>
                  ))}
                  {sources.nodes.map((source) => (
                    <li key={source.slug}>
                      <a href={addressOf('source', source.slug)}>{source.printedAs}</a>, not named, in{' '}
                      <ArticleName article={source.article} />
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              id: 'titles',
              title: 'Titles held in it',
              count: titles.totalCount,
              body: titles.nodes.map((title) => <Subject key={title.id} assertion={title} />),
            },
            {
              id: 'members',
              title: 'Who belongs to it',
              count: members.totalCount,
              body: members.nodes.map((membership) => <Subject key={membership.id} assertion={membership} />),
            },
            ...tiesOf(organisation, data),
            ...contextOf({ actor: organisation }),
            ...namingOf(organisation, data),
          ]}
        />
      </>
    );
  },
});
