import { addressOf } from '../address.ts';
import type { Attribution, FullWordingFragment, Medium, Rendering } from '../generated/operation.ts';
import { ActorName } from '../part/name.tsx';
import { BASIS_LABEL, whenOf, wordOf } from '../part/word.ts';
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

/** The wordings of each article, aligned with the fullest wording: what is kept, left out and changed. */
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
              {rows.map((pieces, i) => (
                <Row key={i} pieces={pieces} />
              ))}
              {marked.map((wording) => (
                <About key={wording.id} wording={wording} alone={marked.length === 1} />
              ))}
              {echoes.map((wording) => (
                <div key={wording.id} class="echo">
                  <p class="as-given">‘{wording.text}’</p>
                  <About wording={wording} alone />
                </div>
              ))}
              {reported.map((wording) => (
                <div key={wording.id} class="reported">
                  <p>{wording.gloss}</p>
                  <About wording={wording} alone />
                </div>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The fullest wording with this article's changes; above it, the extent of the article's words. */
function Row({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      <Extent pieces={pieces} />
      <p class="as-given">
        “
        {pieces.map(({ change, text, whole }, i) => {
          const key = `${i} ${change}`;
          if (change === 'LEFT_OUT') return <del key={key}>{whole}</del>;
          if (change === 'ADDED') return <ins key={key}>{text}</ins>;
          if (change === 'CHANGED') {
            return (
              <span key={key}>
                <del>{whole.trimEnd()}</del> <ins class="changed">{text.trimEnd()}</ins>
                {/\s$/.test(whole) && ' '}
              </span>
            );
          }
          return <span key={key}>{change === 'GAP' ? ' … ' : text}</span>;
        })}
        ”
      </p>
    </>
  );
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
function About({ wording, alone }: { wording: ComparedWording; alone: boolean }) {
  const { id, text, gloss, rendering, zone, paragraph, attribution, attributedAs, speaker, medium, said } = wording;
  const { venue, carrier, insertions, basis, start, end, sha256, disagreements } = wording;
  return (
    <div class="about" id={id}>
      <p>
        <span class={`tag ${rendering.toLowerCase()}`}>{wordOf(rendering)}</span>{' '}
        {!alone && text && <span class="part">“{text.length > 40 ? `${text.slice(0, 40)}…` : text}” </span>}
        {speaker ? <ActorName actor={speaker} /> : <em>no speaker named</em>}
        {attributedAs && `, described as “${attributedAs}”`}
        {said && `, ${whenOf(said)}`}
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
            {said?.text && ` (printed as “${said.text}”)`}
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
