import { addressOf } from '../../address.ts';
import { definePage, pageQuery } from '../../definition.ts';
import { AssertionsDocument, OrganisationPageDocument } from '../../generated/operation.ts';
import { assertionSection } from '../../part/assertion-section.tsx';
import { ActorName, ArticleName } from '../../part/name.tsx';
import { Others, Rest, Sections } from '../../part/sections.tsx';
import { wordOf } from '../../part/word.ts';
import { ActorHeading } from './heading.tsx';
import { actorQueries, contextOf, deedsOf, namingOf, tiesOf } from './sections.tsx';

/** `/organisation/<slug>` */
export const organisationPage = definePage({
  path: '/organisation/:slug',
  document: OrganisationPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ organisation }) => organisation?.slug ?? null,
  kind: 'actor',
  title: ({ organisation }) => organisation?.name ?? '',
  queries: ({ params: { slug = '' } }) => ({
    ...actorQueries(slug),
    titles: pageQuery(AssertionsDocument, { where: { title: { organisation: { slug: { eq: slug } } } } }),
    members: pageQuery(AssertionsDocument, { where: { membership: { memberOf: { slug: { eq: slug } } } } }),
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
                <>
                  <ul>
                    {speakers.nodes.map((speaker) => (
                      <li key={speaker.slug}>
                        <ActorName actor={speaker} />
                      </li>
                    ))}
                    {sources.nodes.map((source) => (
                      <li key={source.slug}>
                        <a href={addressOf('source', source.slug)}>{source.printedAs}</a>, unnamed, in{' '}
                        <ArticleName article={source.article} />
                      </li>
                    ))}
                  </ul>
                  <Rest
                    shown={speakers.nodes.length + sources.nodes.length}
                    total={speakers.totalCount + sources.totalCount}
                  >
                    <Others links={links.page} />
                  </Rest>
                </>
              ),
            },
            assertionSection({ id: 'titles', title: 'Titles', list: titles, links: links.titles }),
            assertionSection({ id: 'members', title: 'Members', list: members, links: links.members }),
            ...tiesOf(organisation, data),
            ...contextOf({ actor: organisation, links }),
            ...namingOf(organisation, data),
          ]}
        />
      </>
    );
  },
});
