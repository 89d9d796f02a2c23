import type { ActorNameFragment, ArticlesNamingFragment } from '../../generated/operation.ts';
import { ArticleDate } from '../../part/article-date.tsx';
import { ActorLabel, Headline } from '../../part/name.tsx';
import { OutletNames } from '../../part/outlet-name.tsx';
import { countOf } from '../../part/word.ts';

type Naming = ArticlesNamingFragment['naming']['nodes'];

/** Actors named in these articles, with the number of articles, highest first. */
export function namedWith(naming: Naming): readonly { readonly actor: ActorNameFragment; readonly articles: number }[] {
  const found = new Map<string, { actor: ActorNameFragment; articles: number }>();
  for (const { mentions } of naming) {
    for (const { actor } of mentions.groups.nodes) {
      if (!actor) continue;
      const entry = found.get(actor.slug);
      if (entry) entry.articles += 1;
      else found.set(actor.slug, { actor, articles: 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.articles - a.articles);
}

/** The actors most often named in the same articles. */
export function NamedWith({ naming }: { naming: Naming }) {
  return (
    <ul class="chips">
      {namedWith(naming)
        .slice(0, 20)
        .map(({ actor, articles }) => (
          <li key={actor.slug} title={countOf(articles, 'article')}>
            <ActorLabel actor={actor} /> <span class="count">{articles}</span>
          </li>
        ))}
    </ul>
  );
}

/** The articles that name an actor. */
export function NamingArticles({ naming }: { naming: Naming }) {
  return (
    <ul class="articles">
      {naming.map((article) => (
        <li key={article.slug}>
          <Headline article={article} />{' '}
          <span class="note">
            {article.publishers.nodes.length > 0 && (
              <>
                <OutletNames outlets={article.publishers.nodes} />,{' '}
              </>
            )}
            <ArticleDate article={article} />
          </span>
        </li>
      ))}
    </ul>
  );
}
