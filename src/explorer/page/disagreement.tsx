import { addressOf } from '../address.ts';
import { definePage, question } from '../definition.ts';
import {
  AccountsOfDisagreementDocument,
  DisagreementPageDocument,
  WordingsOfDisagreementDocument,
} from '../generated/operation.ts';
import { AskYourself } from '../part/ask-yourself.tsx';
import { ActorName, ProposalName } from '../part/name.tsx';
import { countOf, firstSentence, wordOf } from '../part/word.ts';
import { Accounts, KIND } from '../picture/accounts.tsx';

/** `/disagreement/<slug>`: what each article says, in columns of equal weight. */
export const disagreementPage = definePage({
  path: '/disagreement/:slug',
  document: DisagreementPageDocument,
  variables: ({ params }) => ({ slug: params.slug ?? '' }),
  slug: ({ disagreement }) => disagreement?.slug ?? null,
  title: ({ disagreement }) => firstSentence(disagreement?.topic ?? '').first,
  questions: ({ params: { slug = '' } }) => ({
    accounts: question(AccountsOfDisagreementDocument, { slug }),
    wordings: question(WordingsOfDisagreementDocument, { slug }),
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
        <p class="kicker">{wordOf(kind)}</p>
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
            Articles stand in the order of their dates, those without a date behind. None is taken to be right.
            {shown < all && ` These are ${shown} of ${countOf(all, 'account')}; the files have all.`}
          </p>
          {assertions.totalCount > 0 && <AskYourself links={links.accounts} file />}
          {wordings.totalCount > 0 && <AskYourself about="Their wordings" links={links.wordings} file />}
        </section>
      </>
    );
  },
});
