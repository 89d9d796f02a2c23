import { definePage } from '../../definition.ts';
import { SourcePageDocument } from '../../generated/operation.ts';
import { ActorName, ArticleName, ProposalName } from '../../part/name.tsx';
import { Sections } from '../../part/sections.tsx';
import { sourceKindOf } from '../../part/word.ts';
import { Printed } from '../../part/words.tsx';
import { ActorHeading } from './heading.tsx';
import { actorQueries, contextOf, deedsOf, tiesOf } from './sections.tsx';

/** `/source/<slug>` */
export const sourcePage = definePage({
  path: '/source/:slug',
  document: SourcePageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ source }) => source?.slug ?? null,
  kind: 'actor',
  title: ({ source }) => source?.printedAs ?? '',
  queries: ({ params: { slug = '' } }) => actorQueries(slug),
  View: ({ data, links }) => {
    const { source } = data;
    if (!source) return null;
    const { article, anonymityReason, memberOf, partOf, parts, members, document } = source;
    return (
      <>
        <ActorHeading actor={source} what={sourceKindOf(source)}>
          <p class="lead">
            Appears only in <ArticleName article={article} />. A source in another article may or may not be the same.
          </p>
          <dl class="known">
            {(anonymityReason || (members.totalCount === 0 && !document)) && (
              <div>
                <dt>Reason for anonymity</dt>
                <dd>{anonymityReason ? <Printed article={article}>{anonymityReason}</Printed> : 'none given'}</dd>
              </div>
            )}
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
                <dt>Part of</dt>
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
              id: 'members',
              title: 'Members',
              count: members.totalCount,
              body: (
                <ul>
                  {members.nodes.map((member) => (
                    <li key={member.slug}>
                      <ActorName actor={member} />
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              id: 'parts',
              title: 'Individuals quoted separately',
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
