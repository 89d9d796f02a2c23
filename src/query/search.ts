import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { badUserInput } from '../errors.ts';
import { type Column, type Model, models } from '../model/model.ts';
import { sortKey } from '../text/sort-key.ts';
import { type Context, collectFields, setsOf } from './collect.ts';
import { connection } from './connection.ts';
import { fullTextQuery, likePattern } from './full-text.ts';
import { derivedRow } from './list.ts';
import { selectNode } from './node.ts';
import type { OrderKey } from './order.ts';
import { optional } from './page.ts';
import type { RootField } from './root-field.ts';
import { type Aliases, columnOf, From, type Row, tableRow } from './row.ts';
import { foundModels, SEARCHED_BY_DEFAULT, SEARCHED_TEXTS, type Searched, type SearchedText } from './searched.ts';
import { snippet } from './snippet.ts';
import { and, join, jsonObject, literal, or, raw, type Sql, sql } from './sql.ts';

/** Names are shorter: what is longer than this many characters is no name with a typing mistake. */
const LONGEST_NAME = 200;

/** How many characters of the found text take part in the order: cursors hold them. */
const PLACE = 40;

const TEXT: Column = { type: 'String', enum: null, nullable: false, list: false, sortKey: null, doc: '' };

/** A hit as a row of a subquery. */
const HIT: Model = {
  ...models.Article,
  columns: { id: TEXT, score: { ...TEXT, type: 'Decimal' }, place: TEXT, text: TEXT, key: TEXT },
  relations: {},
};

/** What a client looks for. */
interface Query {
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

/** The root field `search`: a connection of hits in all kinds of texts, the best first, each node once. */
export function selectSearch(
  { aliases, context, nodes }: RootField,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): Sql {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} is no connection`);
  const query = readQuery(aliases, args);
  const hits = aliases.next();
  const list = connection(context, {
    list: {
      aliases,
      mark: ['search', sortKey(String(args.query)), query.types],
      rows: () => {
        const row = derivedRow(aliases, HIT, sql`select * from ${hits}`);
        return { row, conditions: [], keys: keysOf(row) };
      },
    },
    type,
    sets: setsOf(nodes),
    args,
    select: (row, hit, sets) => selectHit(context, row, { query, type: hit, sets }),
  });
  return sql`(with ${query.row}, ${hits} as materialized (${findHits(aliases, query)}) select ${list})`;
}

function readQuery(aliases: Aliases, args: Readonly<Record<string, unknown>>): Query {
  const text = sortKey(String(args.query));
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) {
    throw badUserInput(
      `query: "${String(args.query).slice(0, 40)}" is too short to be searched for: write at least two letters or digits, as in search(query: "EU")`,
    );
  }
  const name = text.replaceAll('"', ' ').replaceAll(/ +/g, ' ').trim();
  const begun = name.length <= LONGEST_NAME && !/(^| )-/.test(text);
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

function keysOf(row: Row): readonly OrderKey[] {
  return ['score', 'place', 'id'].map((name) => ({
    value: row.column(name),
    column: columnOf(HIT, name),
    nullable: false,
    descending: name === 'score',
    nullsFirst: false,
  }));
}

/** Every node that a text leads to, once, with its best score and the text that has it. */
function findHits(aliases: Aliases, query: Query): Sql {
  const branches = SEARCHED_TEXTS.filter(({ finds }) => finds.some((found) => query.types.includes(found))).flatMap(
    (searched) => branchesOf(aliases, searched, query),
  );
  const found = branches.length
    ? join(branches, ' union all ')
    : sql`select null::text as "id", null::numeric as "score", null::text as "text", null::text as "key" where false`;
  return sql`select distinct on ("id") "id", round("score"::numeric, 6) as "score", left("key", ${raw(String(PLACE))}) as "place", "text", "key" from (${found}) h where "id" is not null order by "id", "score" desc, "key" collate "C", "text" collate "C"`;
}

/** Each way to find a text is a SELECT of its own, so that each can use its index. */
function branchesOf(aliases: Aliases, searched: SearchedText, query: Query): readonly Sql[] {
  const branch = (conditionOf: (row: Row) => Sql, scoreOf: (row: Row) => Sql): Sql => {
    const row = tableRow(new From(aliases), models[searched.model]);
    const id = searched.id(row);
    const condition = and([conditionOf(row), ofTypes(id, searched, query.types)]);
    return sql`select ${id} as "id", ${scoreOf(row)} as "score", ${row.column(searched.column)} as "text", ${row.column(`${searched.column}Key`)} as "key" from ${row.from.sql} where ${condition}`;
  };
  const words = (row: Row) => sql`${row.words(searched.column)} @@ ${query.words}`;
  if (searched.as === 'text') return [branch(words, (row) => textScore(row.words(searched.column), query))];
  const keyOf = (row: Row) => row.column(`${searched.column}Key`);
  const behind = searched.as === 'alias' ? sql` - 0.01` : raw('');
  const begins = (row: Row) =>
    query.begun ? query.beginnings.map((pattern) => sql`${keyOf(row)} like ${pattern}`) : [];
  const written = branch(
    (row) => or([words(row), ...begins(row)]),
    (row) => sql`${nameScore(keyOf(row), query)}${behind}`,
  );
  const mistaken = branch(
    (row) => sql`${keyOf(row)} %>> ${query.name}`,
    (row) => sql`0.19 * strict_word_similarity(${query.name}, ${keyOf(row)})${behind}`,
  );
  return query.mistaken ? [written, mistaken] : [written];
}

/** Whether a found row is of a type that is asked for; always true where the text leads to no other. */
function ofTypes(id: Sql, { finds }: SearchedText, types: readonly Searched[]): Sql {
  const wanted = finds.filter((found) => types.includes(found));
  if (wanted.length === finds.length) return and([]);
  return sql`split_part(${id}, '_', 1) in (${join(wanted.map(literal), ', ')})`;
}

/** From 1 for the very name over 0.8 (its beginning) and 0.7 (that of a word) to 0.6 (its words), more for whole words and for a name with little else in it. */
function nameScore(key: Sql, { name, beginnings }: Query): Sql {
  const [begins, beginsWord] = beginnings;
  const step = sql`case when ${key} = ${name} then 0.9 when ${key} like ${begins} then 0.8 when ${key} like ${beginsWord} then 0.7 else 0.6 end`;
  return sql`${step} + 0.05 * similarity(${key}, ${name}) + 0.05 * strict_word_similarity(${name}, ${key})`;
}

/** From 0.2 to 0.6, by how near to each other and how often the words stand, and how short the text is. */
function textScore(words: Sql, query: Query): Sql {
  const rank = sql`ts_rank(${words}, ${query.words}, 1)`;
  return sql`0.2 + 0.4 * ${rank} / (${rank} + 0.05)`;
}

interface HitSelection {
  readonly query: Query;
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly sets: readonly SelectionSetNode[];
}

function selectHit(context: Context, row: Row, { query, type, sets }: HitSelection): Sql {
  if (!isObjectType(type)) throw new Error(`${type.name} is no hit`);
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, nodes]): readonly [string, Sql] => {
      switch (nodes[0]?.name.value) {
        case '__typename':
          return [key, literal(type.name)];
        case 'score':
          return [key, sql`trim_scale(${row.column('score')})`];
        case 'snippet':
          return [key, snippet(row.column('text'), row.column('key'), query.name)];
        default: {
          const found = { id: row.column('id'), models: foundModels(query.types), sets: setsOf(nodes) };
          return [key, selectNode(context, row.from.aliases, found)];
        }
      }
    }),
  );
}
