import { badUserInput } from '../../errors.ts';
import { checkText } from '../../query/limit/limit.ts';
import { optional } from '../../query/list/page.ts';
import type { Aliases } from '../../query/sql/row.ts';
import { join, literal, raw, type Sql, sql } from '../../query/sql/sql.ts';
import { otherLayouts } from '../../text/search/keyboard.ts';
import { sortKey } from '../../text/sort-key.ts';
import { MAX_NAME_LENGTH, readText } from './read-query.ts';
import { foundModels, IMPORTANCE, SEARCHED_BY_DEFAULT, type Searched } from './searched.ts';

/** How many characters of the found text are part of the order, and so of cursors. */
const PLACE_LENGTH = 40;

/** A search as SQL. */
export interface Query {
  readonly types: readonly Searched[];
  /** WITH queries, the last of which is the search that finds something: one row, or none. */
  readonly tables: Sql;
  /** A column of that row. */
  readonly value: (
    column: 'words' | 'related' | 'named' | 'any' | 'speaker' | 'name' | 'sound' | 'marked' | 'instead',
  ) => Sql;
}

/**
 * Reads the arguments of a search. Throws BAD_USER_INPUT for a query that is too short. The text is searched for as it
 * was typed; if that finds nothing, as the same keys would have typed it in other layouts; if that finds nothing either,
 * with the nearest known words instead of unknown ones.
 */
export function readQuery(aliases: Aliases, args: Readonly<Record<string, unknown>>): Query {
  const text = checkText(String(args.query), 'query');
  const key = sortKey(text);
  if ((key.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) {
    throw badUserInput(
      `query: "${text.slice(0, 40)}" is too short: write at least two letters or digits, as in search(query: "EU")`,
    );
  }
  const types = [...new Set(optional<readonly Searched[]>(args.types) ?? SEARCHED_BY_DEFAULT)].sort();
  const others = key.length <= MAX_NAME_LENGTH ? otherLayouts(text) : [];
  const tries = [text, ...others].map((one, n) => ({ n, instead: n === 0 ? null : one, ...readText(one) }));
  const { typed = [] } = tries[0] ?? {};

  const [given, exact, nearest, corrected, chosen] = [1, 2, 3, 4, 5].map(() => aliases.next()) as [
    Sql,
    Sql,
    Sql,
    Sql,
    Sql,
  ];
  // The nearest words of all words, as they are written or in Latin letters, and how they sound.
  const words = sql`select n, x.word as typed, coalesce(k."word", x.word) as word, coalesce(k."sound", x.sound) as sound from rows from (json_to_recordset(${JSON.stringify(typed)}::json) as (word text, latin text, sound text)) with ordinality as x(word, latin, sound, n) left join "SearchWord" k on k."word" = coalesce("nearestWord"(x.word, x.sound), "nearestWord"(x.latin, x.sound)) where not exists (select 1 from ${exact})`;
  const expression = (separator: string, weights = '') =>
    raw(`string_agg('(''' || word || '''${weights} | ''0s' || sound || '''${weights})', ' ${separator} ' order by n)`);
  const tables = [
    sql`${given} as materialized (select * from json_to_recordset(${JSON.stringify(tries)}::json) as x(${raw(COLUMNS)}))`,
    sql`${exact} as materialized (${firstToFind(given, types)})`,
    sql`${nearest} as materialized (select 0 as n, w.*, null as without, null as beginning, instead as name, instead as marked from (select string_agg(word, ' ' order by n) as instead, string_agg(sound, ' ' order by n) as sound, ${expression('&')} as words, ${expression('&', ':AC')} as related, ${expression('&', ':A')} as named, ${expression('|')} as "any", ${expression('|', ':C')} as speaker from (${words}) w having bool_or(word <> typed)) w)`,
    sql`${corrected} as materialized (${firstToFind(nearest, types)})`,
    sql`${chosen} as materialized (select * from ${exact} union all select * from ${corrected})`,
  ];
  return {
    types,
    tables: join(tables, ', '),
    value: (column) => sql`(select ${raw(`"${column}"`)} from ${chosen})`,
  };
}

/** The columns of a text as it was read, in SQL. */
const COLUMNS =
  'n int, instead text, words text, related text, named text, "any" text, speaker text, without text, beginning text, name text, sound text, marked text';

/** The first of the texts that finds a document, with its expressions as tsqueries. */
function firstToFind(texts: Sql, types: readonly Searched[]): Sql {
  const found = sql`exists (select 1 from "SearchDocument" d where d."words" @@ t.words and ${ofTypes(types)})`;
  // || with null is null, and a text without words has a null.
  const words = sql`case when without is null then coalesce(words || beginning, words, beginning) else words && !!without end`;
  const related = sql`case when without is null then related end as related, case when without is null then named end as named`;
  const queries = sql`select n, instead, name, sound, marked, "searchQuery"(words) as words, "searchQuery"(related) as related, "searchQuery"(named) as named, "searchQuery"("any") as "any", "searchQuery"(speaker) as speaker, "searchQuery"(without) as without, to_tsquery('pg_catalog.simple', beginning) as beginning from ${texts}`;
  return sql`select * from (select n, instead, name, sound, marked, ${words} as words, ${related}, "any", speaker from (${queries}) q) t where ${found} order by n limit 1`;
}

function ofTypes(types: readonly Searched[]): Sql {
  const kinds = foundModels(types);
  return kinds.length === 0 ? raw('false') : sql`d."kind" in (${join(kinds.map(literal), ', ')})`;
}

/** SQL of the found documents with their scores. `place` is the beginning of the first text. */
export function findHits({ types, value }: Query): Sql {
  const place = sql`left(coalesce(d."keys"[1], ''), ${raw(String(PLACE_LENGTH))})`;
  const score = sql`greatest(${nameScore(value)}, ${relatedScore(value)}, ${textScore(rankOf(value('words')))})`;
  return sql`select d."nodeId" as "id", round(${score}::numeric, 6) as "score", ${place} as "place" from "SearchDocument" d where d."words" @@ ${value('words')} and ${ofTypes(types)}`;
}

/**
 * At least 0.7, if a name has all the words, as they are written or as they sound: 0.9 for the exact name, 0.85 for its
 * first words, 0.8 for its beginning, 0.75 for the beginning of a word in it, 0.7 for words in it; plus up to 0.1 for the
 * share of the name. A sound and an alias count slightly less. Null if no name does.
 */
function nameScore(value: Query['value']): Sql {
  const step = (key: Sql, query: Sql) =>
    sql`case when ${key} = ${query} then 0.9 when starts_with(${key}, ${query} || ' ') then 0.85 when starts_with(${key}, ${query}) then 0.8 when position(' ' || ${query} in ${key}) > 0 then 0.75 when string_to_array(${query}, ' ') <@ string_to_array(${key}, ' ') then 0.7 end + 0.1 * least(1, length(${query}) / greatest(1, length(${key}))::float8)`;
  const [written, sounding] = [step(raw('x.name'), value('name')), step(raw('x.sound'), value('sound'))];
  const best = sql`(select max(greatest(${written}, ${sounding} - 0.02) - case when x.n > 1 then 0.01 else 0 end) from unnest(d."names", d."sounds") with ordinality x(name, sound, n))`;
  const hasWords = sql`case when cardinality(d."names") > 0 and d."words" @@ ${value('named')} then 0.7 end`;
  return sql`greatest(${best}, ${hasWords})`;
}

/**
 * From 0.6 to 0.7: if all the words are names of speakers, actors or proposals, or say the day, amount or stance, by type;
 * 0.69 for a quote whose speaker is named, and 0.7 for a person whose name and title they are.
 */
function relatedScore(value: Query['value']): Sql {
  const isOfSpeaker = sql`d."kind" = 'Quote' and d."words" @@ ${value('speaker')}`;
  const isTitled = sql`d."kind" = 'Person' and d."words" @@ ${value('related')}`;
  return sql`case when ${isTitled} then 0.7 when ${isOfSpeaker} then 0.69 when d."words" @@ ${value('related')} then 0.6 + 0.08 * ${importance()} end + 0.01 * ${rankOf(value('words'))}`;
}

/** From 0.2 to 0.6: by rank, and by type. */
function textScore(rank: Sql): Sql {
  return sql`0.2 + 0.3 * ${rank} + 0.1 * ${importance()}`;
}

/** From 0 to 1: higher for words that are frequent, close to each other, in a short text, or among its names and facts. */
function rankOf(words: Sql): Sql {
  const rank = sql`ts_rank(d."words", ${words}, 1)`;
  return sql`${rank} / (${rank} + 0.05)`;
}

function importance(): Sql {
  const cases = Object.entries(IMPORTANCE).map(([kind, number]) => raw(`when '${kind}' then ${number}`));
  return sql`case d."kind" ${join(cases, ' ')} else 0.1 end`;
}
