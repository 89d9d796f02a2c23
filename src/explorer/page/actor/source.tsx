import { definePage } from '../../definition.ts';
import { SourcePageDocument } from '../../generated/operation.ts';
import { ActorName, ArticleName, ProposalName } from '../../part/name.tsx';
import { Sections } from '../../part/sections.tsx';
import { ActorHeading } from './heading.tsx';
import { actorQuestions, contextOf, deedsOf, tiesOf } from './sections.tsx';

/** `/source/<slug>` */
export const sourcePage = definePage({
  path: '/source/:slug',
  document: SourcePageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ source }) => source?.slug ?? null,
  kind: 'actor',
  title: ({ source }) => source?.printedAs ?? '',
  questions: ({ params: { slug = '' } }) => actorQuestions(slug),
  View: ({ data, links }) => {
    const { source } = data;
    if (!source) return null;
    const { article, anonymityReason, collective, memberOf, partOf, parts, document } = source;
    return (
      <>
        <ActorHeading actor={source} what={collective ? 'Several who speak as one' : 'Unnamed source'}>
          <p class="lead">
            Known only from <ArticleName article={article} />: nobody can say whether another article means the same.
          </p>
          <dl class="known">
            <div>
              <dt>Why without a name</dt>
              <dd>{anonymityReason ? <q>{anonymityReason}</q> : 'The article gives no reason.'}</dd>
            </div>
            {memberOf && (
              <div>
                <dt>Belongs to</dt>
                <dd>
                  <ActorName actor={memberOf} />
                </dd>
              </div>
            )}
            {partOf && (
              <div>
                <dt>One of</dt>
                <dd>
                  <ActorName actor={partOf} />
                </dd>
              </div>
            )}
            {document && (
              <div>
                <dt>Speaks in</dt>
                <dd>
                  <ProposalName proposal={document} />
                </dd>
              </div>
            )}
          </dl>
        </ActorHeading>
        <Sections
          sections={[
            ...deedsOf({ actor: source, links }),
            {
              id: 'parts',
              title: 'Of whom some speak apart',
              count: parts.totalCount,
              body: (
                <ul>
                  {parts.nodes.map((part) => (
                    <li key={part.slug}>
                      <ActorName actor={part} />
                    </li>
                  ))}
                </ul>
              ),
            },
            ...tiesOf(source, data),
            ...contextOf({ actor: source, links }),
          ]}
        />
      </>
    );
  },
});
