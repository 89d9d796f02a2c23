import { addressOf } from '../address.ts';
import { definePage, pageQuery } from '../definition.ts';
import {
  AccountsOfDisagreementDocument,
  DisagreementPageDocument,
  WordingsOfDisagreementDocument,
} from '../generated/operation.ts';
import { ActorName, ProposalName } from '../part/name.tsx';
import { QueryActions } from '../part/query-actions.tsx';
import { BASIS_LABEL, countOf, DISAGREEMENT, firstSentence } from '../part/word.ts';
import { Accounts, Contrasts, KIND } from '../picture/accounts.tsx';

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
    const { topic, kind, basis, assumption, proposals, actors, events, accounts, contrasts } = disagreement;
    const { assertions, wordings } = disagreement;
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
    return (
      <>
        <p class="kicker">{DISAGREEMENT[kind]}</p>
        <h1 class="topic">{first}</h1>
        {rest && <p class="lead">{rest}</p>}
        <p>
          {contrasts.nodes.every((contrast) => contrast.kind === kind)
            ? KIND[kind]
            : 'Not all accounts differ in the same way; see below the accounts.'}
          {assumption && (
            <>
              {' '}
              This is our reading, and assumes: {assumption}{' '}
              <span class={`basis ${basis.toLowerCase()}`}>{BASIS_LABEL[basis]}</span>
            </>
          )}
        </p>
        {subjects.length > 0 && (
          <p class="note">About {subjects.flatMap((subject, i) => (i > 0 ? [', ', subject] : [subject]))}</p>
        )}
        <section aria-labelledby="accounts">
          <h2 id="accounts">{countOf(accounts.totalCount, 'account')}</h2>
          <Accounts accounts={accounts.nodes} />
          <Contrasts kind={kind} contrasts={contrasts.nodes} />
          <p class="caption">
            Each account has the passages that agree with each other, ordered by the date of their articles. We do not
            judge which is right.
            {accounts.nodes.length < accounts.totalCount &&
              ` Showing ${accounts.nodes.length} of ${accounts.totalCount}; download the file for all of them.`}
          </p>
          {assertions.totalCount > 0 && <QueryActions links={links.accounts} file />}
          {wordings.totalCount > 0 && <QueryActions about="Wordings of quotes" links={links.wordings} file />}
        </section>
      </>
    );
  },
});
