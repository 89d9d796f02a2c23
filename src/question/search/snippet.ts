import { join, raw, type Sql, sql } from '../../query/sql/sql.ts';
import type { Query } from './hit.ts';

/** Approximate length of a snippet in characters, and of the part before the first word found. */
const LENGTH = raw('160');
const LENGTH_BEFORE = raw('40');

/** The characters that are white space for the sort key: they separate the words of the text. */
const GAP = String.raw`[\s\u00a0\u00a8\u00af\u00b4\u00b8\u02d8-\u02dd\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]`;
const PARTS = raw(`'(${GAP}*)(${GAP.replace('[', '[^')}+)'`);

/** Punctuation around a word. */
const MARKS = String.raw`[!-/:-@\[-\`{-~\u00a1-\u00bf\u2010-\u205e]`;
const MARKS_BEFORE = raw(`'^${MARKS}*'`);
const MARKS_AFTER = raw(`'${MARKS}*$'`);
const MARKS_AROUND = raw(`'^${MARKS}+|${MARKS}+$'`);

/**
 * The part of a hit's text that matches a query, as safe HTML: everything is escaped except <mark> around the words
 * found. Of several texts it is the one with the most words of the query, or else the first. A word is marked when its
 * key matches a word of the query; if there is none, words that begin with one or are similar are marked.
 */
export function snippet(id: Sql, search: Query): Sql {
  const rank = sql`ts_rank("fullText"(x.key), ${search.value('any')}) desc, (x.key = ${search.value('name')}) desc, x.n`;
  const best = sql`select x.text, x.key from "SearchDocument" d, unnest(d."texts", d."keys") with ordinality x(text, key, n) where d."nodeId" = ${id} order by ${rank} limit 1`;
  return sql`(select ${marked({ text: raw('b.text'), key: raw('b.key'), query: search.value('marked') })} from (${best}) b)`;
}

/** `key` is the text's sort key, which has the same number of words. */
function marked({ text, key, query }: { readonly text: Sql; readonly key: Sql; readonly query: Sql }): Sql {
  const words = sql`select w.n, w.part[1] as gap, w.part[2] as word, k.word as key, (sum(length(w.part[1]) + length(w.part[2])) over (order by w.n))::int as "end" from regexp_matches(${text}, ${PARTS}, 'g') with ordinality w(part, n) left join unnest(string_to_array(${key}, ' ')) with ordinality k(word, n) on k.n = w.n`;
  const found = sql`select *, coalesce(tsvector_to_array("fullText"(key)) && (select tsvector_to_array("fullText"(${query}))), false) as found from (${words}) w`;
  const bare = sql`regexp_replace(key, ${MARKS_AROUND}, '', 'g')`;
  const alike = sql`exists (select 1 from unnest(string_to_array(${query}, ' ')) a(word) where a.word <> '' and (starts_with(${bare}, a.word) or similarity(${bare}, a.word) >= 0.4))`;
  const withMarks = sql`select *, case when bool_or(found) over () then found else coalesce(${alike}, false) end as marked, max("end") over () as length from (${found}) f`;
  const start = sql`"end" - length(word)`;
  const first = sql`select *, coalesce(min(${start}) filter (where marked) over (), 0) as first from (${withMarks}) m`;
  const placed = sql`select *, greatest(0, least(first - ${LENGTH_BEFORE}, length - ${LENGTH})) as begin from (${first}) p`;
  const shown = sql`select * from (${placed}) q where ${start} >= begin and ("end" <= begin + ${LENGTH} or ${start} = first)`;
  const piece = sql`case when marked then ${markedWord} else ${escaped(WORD)} end`;
  const pieces = sql`string_agg(case when n = least_n then '' else ${escaped(raw('gap'))} end || ${piece}, '' order by n)`;
  const whole = sql`case when min(n) > 1 then '… ' else '' end || ${pieces} || case when max("end") < max(length) then ' …' else '' end`;
  return sql`(select coalesce(${whole}, '') from (select *, min(n) over () as least_n from (${shown}) r) s)`;
}

const WORD = sql`left(word, ${LENGTH})`;

/** The word inside <mark>, with the punctuation around it outside. */
const markedWord = join(
  [
    escaped(sql`substring(${WORD} from ${MARKS_BEFORE})`),
    raw(`'<mark>'`),
    escaped(sql`regexp_replace(${WORD}, ${MARKS_AROUND}, '', 'g')`),
    raw(`'</mark>'`),
    escaped(sql`substring(${WORD} from ${MARKS_AFTER})`),
  ],
  ' || ',
);

function escaped(text: Sql): Sql {
  const steps = [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
    ["''", '&#39;'],
  ] as const;
  return steps.reduce((inner, [from, to]) => sql`replace(${inner}, ${raw(`'${from}'`)}, ${raw(`'${to}'`)})`, text);
}
