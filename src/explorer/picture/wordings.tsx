import { Fragment } from 'preact';
import { addressOf } from '../address.ts';
import type { Attribution, FullWordingFragment, Medium, Rendering } from '../generated/operation.ts';
import { CopyButton } from '../part/copy-button.tsx';
import { BASIS_LABEL, whenOf, wordOf } from '../part/word.ts';
import { ofComparison, Printed, Quoted, SaidBy, SaidOn } from '../part/words.tsx';
import { byArticle, DatedArticle } from './dated-article.tsx';
import { type ComparedPart, type Piece, placeTogether } from './placing.ts';

export type ComparedWording = FullWordingFragment & {
  readonly comparison: { readonly nodes: readonly ComparedPart[] };
  readonly disagreements: { readonly nodes: readonly { readonly slug: string; readonly topic: string }[] };
};

const RENDERING: Readonly<Record<Rendering, string>> = {
  QUOTED: 'direct quotation',
  ECHO: 'repeated in a headline, subheading or caption',
  REPORTED: 'indirect speech',
};

const ATTRIBUTION: Readonly<Record<Attribution, string>> = {
  EXPLICIT: 'named in the sentence',
  CONTINUED: 'continued from the previous sentence',
  IMPLICIT: 'not named',
  TERM: 'a term in quotation marks, not a statement',
};

const MEDIUM: Readonly<Record<Medium, string>> = {
  SPOKEN: 'spoken',
  TO_REPORTERS: 'to reporters',
  BROADCAST: 'broadcast',
  PLATFORM: 'on an online platform',
  DOCUMENT: 'in a document',
  UNKNOWN: 'medium not given',
};

/** Each article's own words, and a comparison with the fullest wording if they differ. */
export function Wordings({ whole, wordings }: { whole: string; wordings: readonly ComparedWording[] }) {
  return (
    <ol class="wordings">
      {byArticle(wordings).map(({ article, items }) => {
        const marked = items.filter(({ rendering }) => rendering === 'QUOTED');
        const rows = placeTogether(
          whole,
          marked.map(({ comparison }) => comparison.nodes),
        );
        const echoes = items.filter(({ rendering }) => rendering === 'ECHO');
        const reported = items.filter(({ rendering }) => rendering === 'REPORTED');
        return (
          <li key={article.slug}>
            <DatedArticle article={article} />
            <div>
              {marked.map((wording) => (
                <div key={wording.id}>
                  <Clean wording={wording} />
                  <About wording={wording} />
                </div>
              ))}
              {rows.filter(isDifferent).map((pieces, i) => (
                <Row key={i} pieces={pieces} of={marked} />
              ))}
              {echoes.map((wording) => (
                <div key={wording.id} class="echo">
                  <Clean wording={wording} />
                  <About wording={wording} />
                </div>
              ))}
              {reported.map((wording) => (
                <div key={wording.id} class="reported">
                  <p>{wording.gloss}</p>
                  <About wording={wording} />
                </div>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The words exactly as the article prints them, and a button that copies them. */
function Clean({ wording }: { wording: ComparedWording }) {
  const words = wording.text ?? '';
  return (
    <p class="as-given">
      <Quoted words={words} of={[wording]} />
      <CopyButton words={words} />
    </p>
  );
}

function isDifferent(pieces: readonly Piece[]): boolean {
  return pieces.some(({ change }) => change !== 'KEPT' && change !== 'GAP');
}

/**
 * The fullest wording with this article's changes; above it, the extent of the article's words. Words that the article
 * lacks cannot be selected, so a copy has the article's words only.
 */
function Row({ pieces, of }: { pieces: readonly Piece[]; of: readonly ComparedWording[] }) {
  return (
    <div class="comparison">
      <p class="comparison-head">Compared with the fullest version</p>
      <Extent pieces={pieces} />
      <p {...ofComparison(of)}>
        {pieces.map((piece, i) => (
          <Fragment key={`${i} ${piece.change}`}>
            <OnePiece piece={piece} />
            {needsSpace(piece, pieces[i + 1]) && <del class="space"> </del>}
          </Fragment>
        ))}
      </p>
    </div>
  );
}

function OnePiece({ piece: { change, text, whole } }: { piece: Piece }) {
  switch (change) {
    case 'LEFT_OUT':
      return <del>{whole}</del>;
    case 'ADDED':
      return <ins>{text}</ins>;
    case 'CHANGED':
      return (
        <>
          <del>{whole.trimEnd()} </del>
          <ins class="changed">{text}</ins>
        </>
      );
    case 'GAP':
      return <> … </>;
    default:
      return <>{text}</>;
  }
}

/** Whether two words would run together, because the article's words end where the fullest ones go on. */
function needsSpace(piece: Piece, next: Piece | undefined): boolean {
  const [before, after] = [piece, next].map((one) => (one?.change === 'LEFT_OUT' ? one.whole : (one?.text ?? '')));
  return /\S$/.test(before ?? '') && /^[\p{L}\p{N}“‘"'(]/u.test(after ?? '');
}

/** A line for the fullest wording, thick where this article has its words. */
function Extent({ pieces }: { pieces: readonly Piece[] }) {
  const length = pieces.reduce((sum, { whole }) => sum + whole.length, 0);
  let at = 0;
  return (
    <svg class="extent" viewBox={`0 0 ${Math.max(1, length)} 6`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" x="0" y="2.5" width={length} height="1" />
      {pieces.map(({ change, whole }) => {
        const x = at;
        at += whole.length;
        if (change === 'LEFT_OUT' || change === 'GAP' || whole.length === 0) return null;
        return <rect key={x} class={change.toLowerCase()} x={x} y="0" width={whole.length} height="6" />;
      })}
    </svg>
  );
}

/** How the article reports a wording: speaker, attribution, medium, date and place. */
function About({ wording }: { wording: ComparedWording }) {
  const { id, gloss, rendering, zone, paragraph, attribution, medium, said, article } = wording;
  const { venue, carrier, insertions, basis, start, end, sha256, disagreements } = wording;
  return (
    <div class="about" id={id}>
      <p>
        <span class={`tag ${rendering.toLowerCase()}`}>{wordOf(rendering)}</span> <SaidBy of={[wording]} />
        <SaidOn of={wording} before=", " />
      </p>
      <details>
        <summary>How it is reported</summary>
        <dl class="wording-facts">
          <dt>In our words</dt>
          <dd>{gloss}</dd>
          <dt>Form</dt>
          <dd>
            {RENDERING[rendering]}, {wordOf(zone)}, paragraph {paragraph}
          </dd>
          <dt>Speaker</dt>
          <dd>{ATTRIBUTION[attribution]}</dd>
          <dt>Said</dt>
          <dd>
            {MEDIUM[medium]}
            {carrier && (
              <>
                {' ('}
                <a href={addressOf('outlet', carrier.slug)}>{carrier.name}</a>)
              </>
            )}
            {venue && `, ${venue}`}; {said ? `${whenOf(said)}, ${BASIS_LABEL[said.basis]}` : 'no date given'}
            {said?.text && (
              <>
                {' '}
                (printed as <Printed article={article}>{said.text}</Printed>)
              </>
            )}
          </dd>
          {insertions.length > 0 && (
            <>
              <dt>Inserted by the outlet</dt>
              <dd>{insertions.join(', ')}</dd>
            </>
          )}
          {disagreements.nodes.length > 0 && (
            <>
              <dt>Articles differ</dt>
              <dd>
                {disagreements.nodes.map(({ slug, topic }) => (
                  <a key={slug} href={addressOf('disagreement', slug)}>
                    {topic}
                  </a>
                ))}
              </dd>
            </>
          )}
          <dt>Source passage</dt>
          <dd>
            characters {start}–{end}, SHA-256 <code>{sha256.slice(0, 12)}…</code>; {BASIS_LABEL[basis]}
          </dd>
        </dl>
      </details>
    </div>
  );
}
