import { addressOf } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import {
  AccountsOfDisagreementDocument,
  DisagreementPageDocument,
  WordingsOfDisagreementDocument,
} from '../generated/operation.ts';
import { ActorName, ProposalName } from '../part/name.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { countOf, DISAGREEMENT, firstSentence } from '../part/word.ts';
import { Accounts, KIND } from '../picture/accounts.tsx';

/** `/disagreement/<slug>`: what each article says, side by side. */
export const disagreementPage = definePage({
  path: '/disagreement/:slug',
  document: DisagreementPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ disagreement }) => disagreement?.slug ?? null,
  title: ({ disagreement }) => firstSentence(disagreement?.topic ?? '').first,
  queries: ({ params: { slug = '' } }) => ({
    accounts: pageQuery(AccountsOfDisagreementDocument, { slug }),
    wordings: pageQuery(WordingsOfDisagreementDocument, { slug }),
  }),
  View: ({ data: { disagreement }, links }) => {
    if (!disagreement) return null;
    const { topic, kind, proposals, actors, events, assertions, wordings } = disagreement;
    const { first, rest } = firstSentence(topic);
    const subjects = [
      ...proposals.nodes.map((proposal) => <ProposalName key={proposal.slug} proposal={proposal} />),
      ...actors.nodes.map((actor) => <ActorName key={actor.slug} actor={actor} />),
      ...events.nodes.map(({ slug, name }) => (
        <a key={slug} href={addressOf('event', slug)}>
          {name}
        </a>
      )),
    ];
    const shown = assertions.nodes.length + wordings.nodes.length;
    const all = assertions.totalCount + wordings.totalCount;
    return (
      <>
        <p class="kicker">{DISAGREEMENT[kind]}</p>
        <h1 class="topic">{first}</h1>
        {rest && <p class="lead">{rest}</p>}
        <p>{KIND[kind]}</p>
        {subjects.length > 0 && (
          <p class="note">About {subjects.flatMap((subject, i) => (i > 0 ? [', ', subject] : [subject]))}</p>
        )}
        <section aria-labelledby="accounts">
          <h2 id="accounts">What each article says</h2>
          <Accounts assertions={assertions.nodes} wordings={wordings.nodes} />
          <p class="caption">
            Articles are ordered by date, undated ones last. We do not judge which is right.
            {shown < all && ` Showing ${shown} of ${countOf(all, 'account')}; download the file for all of them.`}
          </p>
          {assertions.totalCount > 0 && <QueryActions links={links.accounts} file />}
          {wordings.totalCount > 0 && <QueryActions about="Wordings of quotes" links={links.wordings} file />}
        </section>
      </>
    );
  },
});
