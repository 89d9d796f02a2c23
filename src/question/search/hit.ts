import { badUserInput } from '../../errors.ts';
import { models } from '../../model/model.ts';
import { fullTextQuery, likePattern } from '../../query/filter/full-text.ts';
import { checkText } from '../../query/limit/limit.ts';
import { optional } from '../../query/list/page.ts';
import { type Aliases, From, type Row, tableRow } from '../../query/sql/row.ts';
import { and, join, literal, or, raw, type Sql, sql } from '../../query/sql/sql.ts';
import { sortKey } from '../../text/sort-key.ts';
import { SEARCHED_BY_DEFAULT, SEARCHED_TEXTS, type Searched, type SearchedText } from './searched.ts';

/** Names are shorter: what is longer than this many characters is no name with a typing mistake. */
const MAX_NAME_LENGTH = 200;

/** How many characters of the found text take part in the order: cursors hold them. */
const PLACE = 40;

/** What a client looks for. */
export interface Query {
  /** The one row that has it, and of which `asked` gives columns: a long query goes to the database once. */
  readonly row: Sql;
  /** The whole query, for the search of words (a tsquery). */
  readonly words: Sql;
  /** The same without quotation marks: for names. */
  readonly name: Sql;
  /** The patterns of names that begin with it, and of those in which another word does. */
  readonly beginnings: readonly [Sql, Sql];
  /** Whether names are found by how they begin, and by what they look like. What has operators is meant as it is written. */
  readonly begun: boolean;
  readonly mistaken: boolean;
  readonly types: readonly Searched[];
}

/** Reads the arguments of a search. Throws BAD_USER_INPUT where there is too little to look for. */
export function readQuery(aliases: Aliases, args: Readonly<Record<string, unknown>>): Query {
  const text = sortKey(checkText(String(args.query), 'query'));
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) {
    throw badUserInput(
      `query: "${String(args.query).slice(0, 40)}" is too short to be searched for: write at least two letters or digits, as in search(query: "EU")`,
    );
  }
  // A name is looked for without the marks around its words: "EU." is EU.
  const name = text
    .replaceAll(/(?<![\p{L}\p{N}])[^\p{L}\p{N} ]+|[^\p{L}\p{N} ]+(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  const begun = name.length <= MAX_NAME_LENGTH && !/(^| )-/.test(text);
  const alias = aliases.next();
  const asked = (column: string) => sql`(select ${raw(column)} from ${alias})`;
  // Nothing but exclusions would find nearly everything, and read all of it: it finds nothing.
  const words = sql`case querytree(words) when 'T' then ''::tsquery else words end`;
  const values = sql`${fullTextQuery(text)} as words, ${name}::text as name, ${likePattern(name)}::text as pattern`;
  return {
    row: sql`${alias} as materialized (select ${words} as words, name, pattern || '%' as begins, '% ' || pattern || '%' as "beginsWord" from (select ${values}) q)`,
    words: asked('words'),
    name: asked('name'),
    beginnings: [asked('begins'), asked('"beginsWord"')],
    begun,
    mistaken: begun && !text.includes('"'),
    types: [...new Set(optional<readonly Searched[]>(args.types) ?? SEARCHED_BY_DEFAULT)].sort(),
  };
}

/** Every node that a text leads to, once, with its best score and the text that has it. */
export function findHits(aliases: Aliases, query: Query): Sql {
  const searched = SEARCHED_TEXTS.filter(({ finds }) => finds.some((found) => query.types.includes(found)));
  if (searched.length === 0) {
    return sql`select null::text as "id", null::numeric as "score", null::text as "place", null::text as "text", null::text as "key" where false`;
  }
  const written = aliases.next();
  const asWritten = searched.map((text) => writtenBranch(aliases, text, query));
  const mistaken = searched.filter(({ as }) => query.mistaken && (as === 'name' || as === 'alias'));
  const noneIsNamedSo = sql`not exists (select 1 from ${written} where "named")`;
  const all = [
    sql`select * from ${written}`,
    ...mistaken.map((text) => sql`select * from (${mistakenBranch(aliases, text, query)}) m where ${noneIsNamedSo}`),
  ];
  return sql`with ${written} as materialized (${join(asWritten, ' union all ')}) select distinct on ("id") "id", round("score"::numeric, 6) as "score", left("key", ${raw(String(PLACE))}) as "place", "text", "key" from (${join(all, ' union all ')}) h where "id" is not null order by "id", "score" desc, "key" collate "C", "text" collate "C"`;
}

/** Each text is searched by a SELECT of its own, so that each can use its indexes. */
function branch(
  row: Row,
  { searched, query }: { searched: SearchedText; query: Query },
  { condition, score }: { condition: Sql; score: Sql },
): Sql {
  const id = searched.id(row);
  const named = raw(String(searched.as !== 'headline' && searched.as !== 'text'));
  const behind = searched.as === 'alias' ? sql` - 0.01` : raw('');
  // Before the row's tables are written down: it may take one more.
  const conditions = [condition, ofTypes(id, searched, query.types), ...(searched.only ? [searched.only(row)] : [])];
  return sql`select ${id} as "id", ${score}${behind} as "score", ${row.column(searched.column)} as "text", ${keyOf(row, searched)} as "key", ${named} as "named" from ${row.from.sql} where ${and(conditions)}`;
}

function writtenBranch(aliases: Aliases, searched: SearchedText, query: Query): Sql {
  const row = tableRow(new From(aliases), models[searched.model]);
  if (searched.as === 'slug') {
    const condition = sql`${row.column(searched.column)} = replace(${query.name}, ' ', '-')`;
    return branch(row, { searched, query }, { condition, score: raw('1') });
  }
  const words = row.words(searched.column);
  const condition = sql`${words} @@ ${query.words}`;
  if (searched.as === 'text') return branch(row, { searched, query }, { condition, score: textScore(words, query) });
  const key = keyOf(row, searched);
  const begins = query.begun ? query.beginnings.map((pattern) => sql`${key} like ${pattern}`) : [];
  return branch(row, { searched, query }, { condition: or([condition, ...begins]), score: nameScore(key, query) });
}

function mistakenBranch(aliases: Aliases, searched: SearchedText, query: Query): Sql {
  const row = tableRow(new From(aliases), models[searched.model]);
  const key = keyOf(row, searched);
  const condition = sql`${key} %>> ${query.name}`;
  const score = sql`0.19 * strict_word_similarity(${query.name}, ${key})`;
  return branch(row, { searched, query }, { condition, score });
}

/** What a text is compared by; a slug is its own. */
function keyOf(row: Row, { column, as }: SearchedText): Sql {
  return row.column(as === 'slug' ? column : `${column}Key`);
}

/** Whether a found row is of a type that is asked for; always true where the text leads to no other. */
function ofTypes(id: Sql, { finds }: SearchedText, types: readonly Searched[]): Sql {
  const wanted = finds.filter((found) => types.includes(found));
  if (wanted.length === finds.length) return and([]);
  return sql`split_part(${id}, '_', 1) in (${join(wanted.map(literal), ', ')})`;
}

/** From 1 for the very name over 0.85 (its first words), 0.8 (its beginning) and 0.7 (that of a word) to 0.6 (its words), more for a name with little else in it. */
function nameScore(key: Sql, { name, beginnings }: Query): Sql {
  const [begins, beginsWord] = beginnings;
  const step = sql`case when ${key} = ${name} then 0.9 when starts_with(${key}, ${name} || ' ') then 0.85 when ${key} like ${begins} then 0.8 when ${key} like ${beginsWord} then 0.7 else 0.6 end`;
  return sql`${step} + 0.1 * similarity(${key}, ${name})`;
}

/** From 0.2 to 0.6, by how near to each other and how often the words stand, and how short the text is. */
function textScore(words: Sql, query: Query): Sql {
  const rank = sql`ts_rank(${words}, ${query.words}, 1)`;
  return sql`0.2 + 0.4 * ${rank} / (${rank} + 0.05)`;
}
