import { badUserInput } from '../../errors.ts';
import { models } from '../../model/model.ts';
import { fullTextQuery, likePattern } from '../../query/filter/full-text.ts';
import { checkText } from '../../query/limit/limit.ts';
import { optional } from '../../query/list/page.ts';
import { type Aliases, From, type Row, tableRow } from '../../query/sql/row.ts';
import { and, join, literal, or, raw, type Sql, sql } from '../../query/sql/sql.ts';
import { sortKey } from '../../text/sort-key.ts';
import { SEARCHED_BY_DEFAULT, SEARCHED_TEXTS, type Searched, type SearchedText } from './searched.ts';

/** A longer query is not searched for as a name with a typing mistake. */
const MAX_NAME_LENGTH = 200;

/** How many characters of the found text are part of the order, and so of cursors. */
const PLACE_LENGTH = 40;

/** A search query as SQL. */
export interface Query {
  /** The WITH query of one row that the others read, so that a long text is sent as few parameters. */
  readonly row: Sql;
  /** The tsquery for words. */
  readonly words: Sql;
  /** The text for names: without punctuation around words. */
  readonly name: Sql;
  /** LIKE patterns of names that begin with it, and of names in which a later word does. */
  readonly beginnings: readonly [Sql, Sql];
  /** Whether names are also found by their beginning. False for a long query, or one with a minus. */
  readonly byBeginning: boolean;
  /** Whether names with typing mistakes are also found. False for a query with quotation marks, too. */
  readonly bySimilarity: boolean;
  readonly types: readonly Searched[];
}

/** Reads the arguments of a search. Throws BAD_USER_INPUT for a query that is too short. */
export function readQuery(aliases: Aliases, args: Readonly<Record<string, unknown>>): Query {
  const text = sortKey(checkText(String(args.query), 'query'));
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) {
    throw badUserInput(
      `query: "${String(args.query).slice(0, 40)}" is too short: write at least two letters or digits, as in search(query: "EU")`,
    );
  }
  // Names are compared without punctuation around words: "EU." finds EU.
  const name = text
    .replaceAll(/(?<![\p{L}\p{N}])[^\p{L}\p{N} ]+|[^\p{L}\p{N} ]+(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  const byBeginning = name.length <= MAX_NAME_LENGTH && !/(^| )-/.test(text);
  const alias = aliases.next();
  const column = (column: string) => sql`(select ${raw(column)} from ${alias})`;
  // A query of exclusions alone would find nearly everything, so it finds nothing.
  const words = sql`case querytree(words) when 'T' then ''::tsquery else words end`;
  const values = sql`${fullTextQuery(text)} as words, ${name}::text as name, ${likePattern(name)}::text as pattern`;
  return {
    row: sql`${alias} as materialized (select ${words} as words, name, pattern || '%' as begins, '% ' || pattern || '%' as "beginsWord" from (select ${values}) q)`,
    words: column('words'),
    name: column('name'),
    beginnings: [column('begins'), column('"beginsWord"')],
    byBeginning,
    bySimilarity: byBeginning && !text.includes('"'),
    types: [...new Set(optional<readonly Searched[]>(args.types) ?? SEARCHED_BY_DEFAULT)].sort(),
  };
}

/** SQL of the found nodes, each once with its best score and the matching text. */
export function findHits(aliases: Aliases, query: Query): Sql {
  const searched = SEARCHED_TEXTS.filter(({ finds }) => finds.some((found) => query.types.includes(found)));
  if (searched.length === 0) {
    return sql`select null::text as "id", null::numeric as "score", null::text as "place", null::text as "text", null::text as "key" where false`;
  }
  const written = aliases.next();
  const asWritten = searched.map((text) => writtenBranch(aliases, text, query));
  const similar = searched.filter(({ as }) => query.bySimilarity && (as === 'name' || as === 'alias'));
  const noNameMatches = sql`not exists (select 1 from ${written} where "named")`;
  const all = [
    sql`select * from ${written}`,
    ...similar.map((text) => sql`select * from (${similarBranch(aliases, text, query)}) m where ${noNameMatches}`),
  ];
  return sql`with ${written} as materialized (${join(asWritten, ' union all ')}) select distinct on ("id") "id", round("score"::numeric, 6) as "score", left("key", ${raw(String(PLACE_LENGTH))}) as "place", "text", "key" from (${join(all, ' union all ')}) h where "id" is not null order by "id", "score" desc, "key" collate "C", "text" collate "C"`;
}

/** One SELECT for each kind of text, so that each uses its own indexes. */
function branch(
  row: Row,
  { searched, query }: { searched: SearchedText; query: Query },
  { condition, score }: { condition: Sql; score: Sql },
): Sql {
  const id = searched.id(row);
  const named = raw(String(searched.as !== 'headline' && searched.as !== 'text'));
  const deduction = searched.as === 'alias' ? sql` - 0.01` : raw('');
  // Computed before `row.from.sql`, because they can add joins.
  const conditions = [condition, ofTypes(id, searched, query.types), ...(searched.only ? [searched.only(row)] : [])];
  return sql`select ${id} as "id", ${score}${deduction} as "score", ${row.column(searched.column)} as "text", ${keyOf(row, searched)} as "key", ${named} as "named" from ${row.from.sql} where ${and(conditions)}`;
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
  const begins = query.byBeginning ? query.beginnings.map((pattern) => sql`${key} like ${pattern}`) : [];
  return branch(row, { searched, query }, { condition: or([condition, ...begins]), score: nameScore(key, query) });
}

function similarBranch(aliases: Aliases, searched: SearchedText, query: Query): Sql {
  const row = tableRow(new From(aliases), models[searched.model]);
  const key = keyOf(row, searched);
  const condition = sql`${key} %>> ${query.name}`;
  const score = sql`0.19 * strict_word_similarity(${query.name}, ${key})`;
  return branch(row, { searched, query }, { condition, score });
}

/** The sort key of a text, or the slug itself. */
function keyOf(row: Row, { column, as }: SearchedText): Sql {
  return row.column(as === 'slug' ? column : `${column}Key`);
}

/** The condition that a found row has a requested type. */
function ofTypes(id: Sql, { finds }: SearchedText, types: readonly Searched[]): Sql {
  const wanted = finds.filter((found) => types.includes(found));
  if (wanted.length === finds.length) return and([]);
  return sql`split_part(${id}, '_', 1) in (${join(wanted.map(literal), ', ')})`;
}

/** 0.9 for the exact name, 0.85 for its first words, 0.8 for its beginning, 0.7 for the beginning of a word, 0.6 for words in it; plus up to 0.1 for similarity. */
function nameScore(key: Sql, { name, beginnings }: Query): Sql {
  const [begins, beginsWord] = beginnings;
  const step = sql`case when ${key} = ${name} then 0.9 when starts_with(${key}, ${name} || ' ') then 0.85 when ${key} like ${begins} then 0.8 when ${key} like ${beginsWord} then 0.7 else 0.6 end`;
  return sql`${step} + 0.1 * similarity(${key}, ${name})`;
}

/** From 0.2 to 0.6: higher for frequent words close to each other in a short text. */
function textScore(words: Sql, query: Query): Sql {
  const rank = sql`ts_rank(${words}, ${query.words}, 1)`;
  return sql`0.2 + 0.4 * ${rank} / (${rank} + 0.05)`;
}
