import type { DatedArticleFragment, EvidenceFragment } from '../generated/operation.ts';
import { byArticle, DatedArticle } from './dated-article.tsx';
import { Provenance, SourcePassage } from './provenance.tsx';

export type ClaimOfArticle = EvidenceFragment & {
  readonly key: string;
  readonly value: string;
  readonly convertedFrom: { readonly id: string } | null;
  readonly article: DatedArticleFragment;
};

/** Facts side by side: a row for each kind of fact, a column for each article. */
export function ClaimTable({ claims }: { claims: readonly ClaimOfArticle[] }) {
  const columns = byArticle(claims);
  const keys = [...new Set(claims.map(({ key }) => key))].sort();
  return (
    <section class="scroll" aria-label="Facts by article">
      <table class="by-article">
        <thead>
          <tr>
            <td />
            {columns.map(({ article }) => (
              <th key={article.slug} scope="col">
                <DatedArticle article={article} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{key.replaceAll('-', ' ')}</th>
              {columns.map(({ article, items }) => (
                <td key={article.slug}>
                  {items
                    .filter((claim) => claim.key === key)
                    .map((claim) => (
                      <div key={claim.id} id={claim.id} class="claim">
                        <p class={claim.convertedFrom ? 'converted' : 'value'}>
                          {claim.value}
                          {claim.convertedFrom && ' (converted by the outlet)'}
                        </p>
                        <Provenance assertion={claim} withArticle={false} />
                        <SourcePassage assertion={claim} />
                      </div>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
