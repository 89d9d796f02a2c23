import type { ComponentChildren } from 'preact';
import { addressOf } from '../address.ts';
import type { DayFragment, OwnWordsFragment } from '../generated/operation.ts';
import { CopyButton } from './copy-button.tsx';
import { marksAround } from './marks.ts';
import { ActorName, ArticleName, plainNameOf, shortNameOf } from './name.tsx';
import { type Version, versionsOf } from './version.ts';
import { cautionOf, whenOf } from './word.ts';

/** What an article prints: quoted words, our account of reported ones, a speaker, a date, or other words such as a verb. */
type Part = 'words' | 'gloss' | 'speaker' | 'said' | 'printed' | 'date' | 'comparison';

interface Origin {
  readonly id: string;
  readonly article: { readonly slug: string };
}

/** Attributes that say from which articles and wordings a part of a page is; test/explorer/own-words.db.test.ts compares them. */
function from(part: Part, wordings: readonly Origin[]) {
  return {
    'data-part': part,
    'data-article': wordings.map(({ article }) => article.slug).join(' '),
    'data-wording': wordings.map(({ id }) => id).join(' '),
  };
}

/** The attributes of a comparison of an article's wordings with the fullest one. */
export function ofComparison(wordings: readonly Origin[]) {
  return { ...from('comparison', wordings), 'data-article': wordings[0]?.article.slug };
}

interface QuotedProps {
  readonly words: string;
  /** The wordings with exactly these words. */
  readonly of: readonly Origin[];
  /** The page of the quote; none on that page itself. */
  readonly href?: string;
  readonly lang?: string | undefined;
  /** Words to mark as found by a search. */
  readonly marked?: readonly string[] | undefined;
}

/** Words in quotation marks, as the articles of these wordings print them. */
export function Quoted({ words, of, href, lang, marked }: QuotedProps) {
  const [open, close] = marksAround(words);
  const quoted = (
    <>
      {open}
      <q {...from('words', of)} lang={lang} dir="auto">
        {marked ? marking(words, marked) : words}
      </q>
      {close}
    </>
  );
  return href ? (
    <a class="spoken" href={href}>
      {quoted}
    </a>
  ) : (
    <span class="spoken">{quoted}</span>
  );
}

/** The words in pieces, those found by a search marked. */
function marking(words: string, marked: readonly string[]): ComponentChildren {
  const found = marked.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (!found) return words;
  return words
    .split(new RegExp(`\\b(${found})\\b`, 'u'))
    .map((piece, i) => (i % 2 === 1 ? <mark key={i}>{piece}</mark> : piece));
}

interface PrintedProps {
  readonly article: { readonly slug: string };
  readonly children: string;
}

/** Other words that an article prints, in quotation marks: a title, a verb, a reason, a date. */
export function Printed({ article, children: words }: PrintedProps) {
  const [open, close] = marksAround(words);
  return (
    <>
      {open}
      <q data-part="printed" data-article={article.slug} dir="auto">
        {words}
      </q>
      {close}
    </>
  );
}

type Attributed = Origin & Pick<OwnWordsFragment, 'speaker' | 'attributedAs'>;

/** The speaker according to the articles of these wordings, which agree on it. */
export function SaidBy({ of }: { of: readonly [Attributed, ...Attributed[]] }) {
  const [{ speaker, attributedAs, article }] = of;
  if (speaker) {
    return (
      <>
        <span {...from('speaker', of)}>
          <ActorName actor={speaker} />
        </span>
        {attributedAs && !bareNameOf(shortNameOf(speaker)).includes(bareNameOf(attributedAs)) && (
          <>
            {' '}
            (printed as <Printed article={article}>{attributedAs}</Printed>)
          </>
        )}
      </>
    );
  }
  return attributedAs ? (
    <>
      <Printed article={article}>{attributedAs}</Printed> (not identified)
    </>
  ) : (
    <span class="note">no speaker named</span>
  );
}

/** A name to compare, also without its grammatical article: "the U.S. officials" and "US officials" are one. */
function bareNameOf(name: string): string {
  return plainNameOf(name).replace(/^(the|an?) /, '');
}

/** The date of the words according to their article; nothing if it gives none. */
export function SaidOn({ of, before }: { of: Origin & { readonly said: DayFragment | null }; before?: string }) {
  if (!of.said) return null;
  return (
    <>
      {before}
      <span {...from('said', [of])}>{whenOf(of.said)}</span>
      {cautionOf(of.said)}
    </>
  );
}

/** The words of one version: its quotations, or our account of what the article reports without quoting it. */
function VersionWords({ version: { articles }, marked }: Pick<OneVersionProps, 'version' | 'marked'>) {
  const [wordings = []] = articles;
  return (
    <>
      {wordings.map(({ id, text, gloss, quote }, i) => {
        const of = articles.flatMap((others) => others[i] ?? []);
        const href = `${addressOf('quote', quote.slug)}#${id}`;
        return (
          <span key={id}>
            {i > 0 && ' … '}
            {text === null ? (
              <a href={href}>
                <span {...from('gloss', of)}>{gloss}</span>
              </a>
            ) : (
              <Quoted words={text} of={of} href={href} marked={marked} />
            )}
          </span>
        );
      })}
      {wordings.some(({ text }) => text !== null) && (
        <CopyButton words={wordings.flatMap(({ text }) => text ?? []).join(' … ')} />
      )}
      {wordings[0]?.text === null && (
        <>
          {' '}
          <span class="tag">indirect speech</span>
        </>
      )}
    </>
  );
}

interface VersionsProps {
  readonly wordings: readonly OwnWordsFragment[];
  /** Whether to name the speaker: false on the speaker's own page. */
  readonly speaker?: boolean;
}

/** A quote in the words of each article that reports it: the longest version, and the others folded. */
export function Versions({ wordings, speaker = true }: VersionsProps) {
  const [first, ...others] = versionsOf(wordings);
  if (!first) return null;
  return (
    <>
      <OneVersion version={first} speaker={speaker} />
      {others.length > 0 && (
        <details class="versions">
          <summary>{others.length === 1 ? 'Another wording' : `${others.length} other wordings`}</summary>
          {others.map((version) => (
            <OneVersion key={version.articles[0]?.[0]?.id} version={version} speaker={speaker} />
          ))}
        </details>
      )}
    </>
  );
}

interface OneVersionProps {
  readonly version: Version<OwnWordsFragment>;
  readonly speaker?: boolean;
  /** Words to mark as found by a search. */
  readonly marked?: readonly string[];
  /** Shown after the words. */
  readonly children?: ComponentChildren;
}

/** The words of a version, the speaker, and the articles that print it. */
export function OneVersion({ version, speaker = true, marked, children }: OneVersionProps) {
  const [first, ...others] = version.articles.flatMap((wordings) => wordings[0] ?? []);
  if (!first) return null;
  return (
    <div class="version">
      <p>
        <VersionWords version={version} {...(marked && { marked })} /> {children}
      </p>
      <p class="note">
        {speaker && (
          <>
            <SaidBy of={[first, ...others]} />,{' '}
          </>
        )}
        in{' '}
        {[first, ...others].map((wording, i) => (
          <span key={wording.id}>
            {i > 0 && '; '}
            <ArticleName article={wording.article} />
            <SaidOn of={wording} before=", said " />
          </span>
        ))}
      </p>
    </div>
  );
}

/** The words of an assertion's own article, each with its speaker and date, without the name of the article. */
export function OwnWords({ wordings }: { wordings: readonly OwnWordsFragment[] }): ComponentChildren {
  return versionsOf(wordings).map((version) => {
    const first = version.articles[0]?.[0];
    return (
      first && (
        <p key={first.id} class="own-words">
          <VersionWords version={version} />{' '}
          <span class="note">
            <SaidBy of={[first]} />
            <SaidOn of={first} before=", " />
          </span>
        </p>
      )
    );
  });
}
