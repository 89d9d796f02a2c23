import type { ActorPageFragment } from '../../generated/operation.ts';
import { groupBy } from '../../group.ts';
import { ArticleName } from '../../part/name.tsx';
import { wordOf } from '../../part/word.ts';

/** Other names of an actor, each with its kind and the articles that use it. */
export function Names({ aliases }: { aliases: ActorPageFragment['aliases']['nodes'] }) {
  return (
    <table class="names">
      <thead>
        <tr>
          <th scope="col">As printed</th>
          <th scope="col">Kind of name</th>
          <th scope="col">Used by</th>
        </tr>
      </thead>
      <tbody>
        {[...groupBy(aliases, ({ text }) => text)].map(([text, group]) => (
          <tr key={text}>
            <th scope="row">{text}</th>
            <td>{[...new Set(group.map(({ kind }) => wordOf(kind)))].join(', ')}</td>
            <td>
              <ul class="plain">
                {[...groupBy(group, ({ article }) => article?.slug)].map(([slug, [alias]]) =>
                  alias?.article ? (
                    <li key={slug}>
                      <ArticleName article={alias.article} />
                    </li>
                  ) : (
                    <li key="none" class="note">
                      no article (for searching only)
                    </li>
                  ),
                )}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
