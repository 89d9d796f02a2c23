import { definePage, pageQuery } from '../../definition.ts';
import { AssertionsDocument, PersonPageDocument } from '../../generated/operation.ts';
import { assertionSection } from '../../part/assertion-section.tsx';
import { Sections } from '../../part/sections.tsx';
import { ActorHeading } from './heading.tsx';
import { actorQueries, contextOf, deedsOf, namingOf, tiesOf } from './sections.tsx';

/** `/person/<slug>` */
export const personPage = definePage({
  path: '/person/:slug',
  document: PersonPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ person }) => person?.slug ?? null,
  kind: 'actor',
  title: ({ person }) => person?.name ?? '',
  queries: ({ params: { slug = '' } }) => ({
    ...actorQueries(slug),
    titles: pageQuery(AssertionsDocument, { where: { title: { person: { slug: { eq: slug } } } } }),
    credits: pageQuery(AssertionsDocument, { where: { credit: { contributor: { slug: { eq: slug } } } } }),
  }),
  View: ({ data, links }) => {
    const { person } = data;
    if (!person) return null;
    const { titles, credits } = person;
    const current = new Set(titles.nodes.filter(({ tenure }) => tenure === 'CURRENT').map(({ text }) => text));
    return (
      <>
        <ActorHeading actor={person} what="Person">
          {current.size > 0 && <p class="lead">{[...current].join(' · ')}</p>}
        </ActorHeading>
        <Sections
          sections={[
            ...deedsOf({ actor: person, links }),
            assertionSection({ id: 'titles', title: 'Titles, as printed', list: titles, links: links.titles }),
            ...tiesOf(person, data),
            ...contextOf({ actor: person, links }),
            assertionSection({
              id: 'credits',
              title: 'Articles written or contributed to',
              list: credits,
              links: links.credits,
            }),
            ...namingOf(person, data),
          ]}
        />
      </>
    );
  },
});
