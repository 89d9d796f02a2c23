import { addressOf } from '../address.ts';
import type { DayFragment, TimelineQuery } from '../generated/operation.ts';
import { inMarks } from '../part/marks.ts';
import { ArticleName, ProposalName } from '../part/name.tsx';
import { BASIS_LABEL, countOf, whenOf, wordOf } from '../part/word.ts';
import { Printed, Quoted, SaidBy } from '../part/words.tsx';
import { barOf, type Days, spanOf, ticksOf } from './days.ts';

export type Entry = TimelineQuery['timeline']['nodes'][number];
type Quote = Extract<Entry['node'], { __typename: 'Quote' }>;
type Status = Extract<Entry['node'], { __typename: 'ProposalStatus' }>;

/** Entries shown as one row: the statuses of proposals in one article, or a single other entry. */
interface Row {
  readonly when: DayFragment;
  readonly entries: readonly Entry[];
}

/** Rows of entries, each with a bar on a common scale of days. */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  const span = spanOf(entries.map(({ when }) => when));
  if (!span) return null;
  return (
    <>
      <Patterns />
      <Legend />
      <Axis span={span} />
      <ol class="timeline">
        {byDay(entries).map(({ day, rows }) => (
          <li key={day}>
            <h2>{day}</h2>
            <ul>
              {rows.map(({ when, entries: those }) => (
                <li key={those[0]?.node.id} class="entry">
                  <div>
                    <What entries={those} when={when} />
                    {(when.text || when.basis !== 'STATED') && (
                      <p class="note">
                        <AsPrinted text={when.text} article={articleOf(those[0], when)} />
                        {when.text && when.basis !== 'STATED' && ', '}
                        {when.basis !== 'STATED' && BASIS_LABEL[when.basis]}
                      </p>
                    )}
                  </div>
                  <Strip when={when} span={span} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function AsPrinted({ text, article }: { text: string | null; article: { readonly slug: string } | undefined }) {
  if (!text) return null;
  return <>printed as {article ? <Printed article={article}>{text}</Printed> : inMarks(text)}</>;
}

/** An article that gives this date; none for an event, which several articles may date. */
function articleOf(entry: Entry | undefined, when: DayFragment): { readonly slug: string } | undefined {
  const node = entry?.node;
  switch (node?.__typename) {
    case 'Article':
      return node;
    case 'ProposalStatus':
      return node.article;
    case 'Quote':
      return node.wordings.nodes.find(({ said }) => said && isSame(said, when))?.article;
    default:
      return undefined;
  }
}

function byDay(entries: readonly Entry[]): { day: string; rows: Row[] }[] {
  const days: { day: string; rows: Row[] }[] = [];
  for (const entry of entries) {
    const day = whenOf(entry.when);
    const last = days.at(-1);
    const row = { when: entry.when, entries: [entry] };
    if (last?.day !== day) days.push({ day, rows: [row] });
    else if (!last.rows.some((other) => joins(other, entry))) last.rows.push(row);
  }
  return days;
}

/** Adds an entry to a row if both are statuses of proposals in the same article. */
function joins(row: Row, entry: Entry): boolean {
  const [first] = row.entries;
  if (first?.node.__typename !== 'ProposalStatus' || entry.node.__typename !== 'ProposalStatus') return false;
  if (first.node.article.slug !== entry.node.article.slug) return false;
  (row.entries as Entry[]).push(entry);
  return true;
}

function What({ entries, when }: Row) {
  const node = entries[0]?.node;
  if (!node) return null;
  switch (node.__typename) {
    case 'Event':
      return (
        <p>
          <span class="tag">{wordOf(node.kind)}</span> <a href={addressOf('event', node.slug)}>{node.name}</a>
        </p>
      );
    case 'Quote':
      return <Said quote={node} when={when} />;
    case 'Article':
      return (
        <p>
          <span class="tag">article</span> {node.publishers.nodes.map(({ name }) => `${name}: `)}
          <ArticleName article={node} />
        </p>
      );
    case 'ProposalStatus':
      return <Statuses statuses={entries.flatMap(({ node: n }) => (n.__typename === 'ProposalStatus' ? [n] : []))} />;
    default:
      return null;
  }
}

/** A quote on one date, as worded by the articles that give this date. */
function Said({ quote: { slug, wordings }, when }: { quote: Quote; when: DayFragment }) {
  const those = wordings.nodes.filter(({ said }) => said && isSame(said, when));
  return (
    <>
      {those.map((wording) => {
        const { id, text, gloss, form, article } = wording;
        const href = `${addressOf('quote', slug)}#${id}`;
        return (
          <p key={id}>
            <span class="tag">said</span> <SaidBy of={[wording]} />:{' '}
            {text === null ? <a href={href}>{gloss}</a> : <Quoted words={text} of={[wording]} href={href} />}
            {form === 'FRAGMENT' && <span class="note"> ({gloss})</span>}
            <span class="note">
              {text === null ? ', reported in ' : ', in '}
              <ArticleName article={article} />
            </span>
          </p>
        );
      })}
    </>
  );
}

function isSame(a: DayFragment, b: DayFragment): boolean {
  return (
    a.earliest === b.earliest && a.latest === b.latest && a.time === b.time && a.text === b.text && a.basis === b.basis
  );
}

function Statuses({ statuses }: { statuses: readonly Status[] }) {
  const [first] = statuses;
  if (!first) return null;
  return (
    <>
      <p>
        <span class="tag">status</span> of {countOf(statuses.length, 'proposal')} according to{' '}
        <ArticleName article={first.article} />
      </p>
      <details>
        <summary>Show the proposals</summary>
        <ul>
          {statuses.map(({ id, status, verb, proposal, article }) => (
            <li key={id}>
              <ProposalName proposal={proposal} />:{' '}
              <a href={`${addressOf('proposal', proposal.slug)}#${id}`}>{wordOf(status)}</a>, printed as{' '}
              <Printed article={article}>{verb}</Printed>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The bar of one date; `fill` is an attribute, since a style sheet cannot refer to the pattern. */
function Strip({ when, span }: { when: DayFragment; span: Days }) {
  const bar = barOf(when, span);
  if (!bar) return null;
  const known = when.basis === 'STATED' ? 'stated' : when.basis === 'DERIVED' ? 'derived' : 'inferred';
  const look = bar.open ? 'open' : known;
  return (
    <svg class="bar" width="100%" height="16" role="img" aria-label={`${whenOf(when)}, ${BASIS_LABEL[when.basis]}`}>
      {ticksOf(span).map(({ x }) => (
        <line key={x} x1={`${x}%`} x2={`${x}%`} y1="0" y2="16" />
      ))}
      <rect
        class={look}
        x={`${bar.x}%`}
        y="3"
        width={`${bar.width}%`}
        height="10"
        {...(look === 'derived' && { fill: 'url(#hatch)' })}
      />
    </svg>
  );
}

function Axis({ span }: { span: Days }) {
  return (
    <div class="axis" aria-hidden="true">
      <svg width="100%" height="22" aria-hidden="true">
        {ticksOf(span).map(({ x, label }) => (
          <g key={x}>
            <line x1={`${x}%`} x2={`${x}%`} y1="14" y2="22" />
            <text x={`${x}%`} dx="2" y="11">
              {label}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="5" height="5" />
        <rect class="hatch-line" width="2" height="5" />
      </pattern>
    </svg>
  );
}

const LOOKS = [
  ['stated', 'the article states the date'],
  ['derived', 'derived, for example from a weekday'],
  ['inferred', 'inferred, or known from elsewhere'],
  ['open', 'start or end unknown'],
] as const;

function Legend() {
  return (
    <ul class="legend bars" aria-label="Legend">
      {LOOKS.map(([look, words]) => (
        <li key={look}>
          <svg class="bar" width="34" height="16" aria-hidden="true">
            <rect
              class={look}
              x="1"
              y="3"
              width="32"
              height="10"
              {...(look === 'derived' && { fill: 'url(#hatch)' })}
            />
          </svg>{' '}
          {words}
        </li>
      ))}
    </ul>
  );
}
