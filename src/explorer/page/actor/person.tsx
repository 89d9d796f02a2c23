import { definePage, question } from '../../definition.ts';
import { ActorWordDocument, PersonPageDocument, StanceListDocument } from '../../generated/operation.ts';
import { Sections } from '../../part/sections.tsx';
import { Subject } from '../../part/subject.tsx';
import { ActorHeading } from './heading.tsx';
import { contextOf, deedsOf, namingOf, tiesOf } from './sections.tsx';

/** `/person/<slug>` */
export const personPage = definePage({
  path: '/person/:slug',
  document: PersonPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ person }) => person?.slug ?? null,
  kind: 'actor',
  title: ({ person }) => person?.name ?? '',
  questions: ({ params: { slug = '' } }) => ({
    positions: question(StanceListDocument, { positions: { actor: { slug: { eq: slug } } } }),
    word: question(ActorWordDocument, { slug }),
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
            {
              id: 'titles',
              title: 'Titles, as printed',
              count: titles.totalCount,
              body: titles.nodes.map((title) => <Subject key={title.id} assertion={title} />),
            },
            ...tiesOf(person, data),
            ...contextOf({ actor: person }),
            {
              id: 'credits',
              title: 'Behind the articles',
              count: credits.totalCount,
              body: credits.nodes.map((credit) => <Subject key={credit.id} assertion={credit} />),
            },
            ...namingOf(person, data),
          ]}
        />
      </>
    );
  },
});
