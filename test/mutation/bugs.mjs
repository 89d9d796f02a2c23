// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the file contains code as text
/**
 * Possible bugs in the compiler, planted one at a time: `find` occurs exactly once in a file of src/query/, and `put`
 * replaces it. When the code changes and `find` no longer occurs, plant the same bug in the new code.
 */
export const bugs = [
  // Nulls.
  {
    bug: 'ne leaves nulls out',
    file: 'filter/operator.ts',
    find: 'sql`${value} is distinct from ${parameter(column, other)}`',
    put: 'sql`${value} <> ${parameter(column, other)}`',
  },
  {
    bug: 'notIn leaves nulls out',
    file: 'filter/operator.ts',
    find: 'column.nullable ? sql`(${value} is null or ${differs})` : differs',
    put: 'differs',
  },
  {
    bug: 'NOT of a comparison leaves nulls out',
    file: 'filter/operator.ts',
    find: 'column.nullable ? sql`(${condition}) is not true` : sql`not (${condition})`',
    put: 'sql`not (${condition})`',
  },
  {
    bug: 'isNull ignores an enclosing NOT',
    file: 'filter/operator.ts',
    find: 'return (condition.value === true) === !not ? sql`',
    put: 'return condition.value === true ? sql`',
  },
  {
    bug: 'to-one {} is true if there is no row',
    file: 'filter/where.ts',
    find: 'return columnPredicate(row, relation.from, { ...isNull, value: false });',
    put: 'return filter.not ? no : yes;',
  },
  // Operators.
  {
    bug: 'in: [] is ignored',
    file: 'filter/operator.ts',
    find: 'if (values.length === 0) return not ? yes : no;',
    put: 'if (values.length === 0) return not ? no : yes;',
  },
  {
    bug: 'the wildcard _ of LIKE is not escaped',
    file: 'filter/full-text.ts',
    find: '/[\\\\%_]/g',
    put: '/[\\\\%]/g',
  },
  {
    bug: 'the text of contains keeps its accents',
    file: 'filter/operator.ts',
    find: 'const text = folded ? sortKey(asked) : ',
    put: 'const text = folded ? asked.toLowerCase() : ',
  },
  {
    bug: 'gt and lt compare the text, not its sort key',
    file: 'filter/operator.ts',
    find: '{ ...condition, op, key: keyOf(row, column) }',
    put: '{ ...condition, op, key: undefined }',
  },
  // AND, OR and NOT.
  {
    bug: 'NOT of several conditions negates each',
    file: 'filter/filter.ts',
    find: 'return not ? or(parts) : and(parts);',
    put: 'return and(parts);',
  },
  {
    bug: 'NOT of an OR stays an OR',
    file: 'filter/filter.ts',
    find: 'return not ? and(parts) : or(parts);',
    put: 'return or(parts);',
  },
  {
    bug: 'a NOT inside a NOT is lost',
    file: 'filter/where.ts',
    find: 'return entity(row, { ...inner, not: !filter.not });',
    put: 'return entity(row, { ...inner, not: true });',
  },
  // Named rows.
  {
    bug: 'NOT of is still means the same row',
    file: 'filter/where.ts',
    find: "raw(filter.not ? '<>' : '=')",
    put: "raw('=')",
  },
  {
    bug: 'named rows are compared by the text, not by its sort key',
    file: 'filter/operator.ts',
    find: "const sorted = op === 'eq' ? name : (column.sortKey ?? name);",
    put: 'const sorted = name;',
  },
  {
    bug: 'two nulls of named rows are equal',
    file: 'filter/operator.ts',
    find: "raw(op === 'eq' ? '=' : COMPARISONS[op])",
    put: "raw(op === 'eq' ? 'is not distinct from' : COMPARISONS[op])",
  },
  {
    bug: 'the name of a related row is a name of the row that it belongs to',
    file: 'filter/name-rows.ts',
    find: 'nameRows(named, { row: one.of(row),',
    put: 'nameRows(named, { row,',
  },
  // Filters on lists.
  {
    bug: 'every is false for an empty list',
    file: 'filter/where.ts',
    find: 'return exists(other, [link, inner], denied !== filter.not);',
    put: `const all = exists(other, [link, inner], denied !== filter.not);
    if (key !== 'every') return all;
    return filter.not ? or([all, exists(other, [link], true)]) : and([all, exists(other, [link], false)]);`,
  },
  {
    bug: 'count of one kind of assertions counts all kinds',
    file: 'filter/where.ts',
    find: 'const condition = and([...passes, other.isOfType()]);',
    put: 'const condition = and(passes);',
  },
  {
    bug: 'count ignores distinct',
    file: 'filter/where.ts',
    find: 'sql`distinct ${keyOf(other, distinct as Dimension)}`',
    put: 'sql`${keyOf(other, distinct as Dimension)}`',
  },
  // Order.
  {
    bug: 'no tie-breaker after the requested keys',
    file: 'list/order.ts',
    find: "requested.length ? ['id'] : ['sortKey', 'id']",
    put: "requested.length ? [] : ['sortKey', 'id']",
  },
  {
    bug: 'DESC puts nulls first, as PostgreSQL does by default',
    file: 'list/order.ts',
    find: "nullsFirst: direction.endsWith('NULLS_FIRST')",
    put: "nullsFirst: direction.startsWith('DESC') || direction.endsWith('NULLS_FIRST')",
  },
  {
    bug: 'an inner join of a to-one relation loses rows without it',
    file: 'sql/row.ts',
    find: 'sql`left join ${ident(root.table)} ${alias} on',
    put: 'sql`join ${ident(root.table)} ${alias} on',
  },
  // Cursors.
  {
    bug: 'keys of mixed directions are compared as one tuple',
    file: 'list/cursor.ts',
    find: 'keys.every((key) => !key.nullable && key.descending === first?.descending)',
    put: 'keys.every((key) => !key.nullable)',
  },
  {
    bug: 'a cursor assumes nulls last, ignoring the requested order',
    file: 'list/cursor.ts',
    find: 'const nullsFollow = nullsFirst === reversed;',
    put: 'const nullsFollow = !reversed;',
  },
  {
    bug: 'a cursor at a null loses the other rows with null',
    file: 'list/cursor.ts',
    find: 'return at === null ? sql`${value} is null` : sql`',
    put: 'return sql`',
  },
  // Pages.
  {
    bug: 'off by one: endCursor is the cursor of the row after the page',
    file: 'list/page-rows.ts',
    find: 'order by ${this.#alias}.rn${direction})${this.#onPage()})[1]`',
    put: 'order by ${this.#alias}.rn${direction}))[1]`',
  },
  {
    bug: 'totalCount leaves out the rows before the page',
    file: 'list/page-rows.ts',
    find: 'this.#countsAll = counted && isFirst && !list.whole;',
    put: 'this.#countsAll = counted && !list.whole;',
  },
  {
    bug: 'hasPreviousPage is false after an offset',
    file: 'list/page-rows.ts',
    find: "if (cursor === undefined && offset === 0) return raw('false');",
    put: "if (cursor === undefined) return raw('false');",
  },
  // Groups.
  {
    bug: 'a join for distinct inflates the count of a group',
    file: 'group/grouped.ts',
    find: 'if (distinct) this.#repeated ||= isManyValued(this.#list.model, distinct);',
    put: '',
  },
  {
    bug: 'the group of rows without a value is lost',
    file: 'sql/row.ts',
    find: 'sql`left join ${ident(through.table)}',
    put: 'sql`join ${ident(through.table)}',
  },
  {
    bug: 'the rows of a group are not restricted by its keys',
    file: 'group/group.ts',
    find: 'return select.list({ ...list, field, args, link }, target, setsOf(nodes));',
    put: 'return select.list({ ...list, field, args }, target, setsOf(nodes));',
  },
  {
    bug: 'groups of a nested list contain all rows',
    file: 'group/grouped.ts',
    find: 'this.#list = { ...list, args: { where: list.args.where } };',
    put: 'const { link: _, ...whole } = list;\n    this.#list = { ...whole, args: { where: base.args.where } };',
  },
  {
    bug: 'a date that spans two weeks counts for the first',
    file: 'sql/dimension.ts',
    find: 'sql`case when ${start(earliest)} = ${start(latest)} then ${start(earliest)} end`',
    put: 'sql`case when ${latest} is not null then ${start(earliest)} end`',
  },
  {
    bug: 'having does not swap AND and OR under a NOT',
    file: 'group/having.ts',
    find: "return (key === 'AND') !== not ? and(list) : or(list);",
    put: "return key === 'AND' ? and(list) : or(list);",
  },
];

/** The text of the bug's file with the bug in it. Throws unless the place of the bug occurs exactly once. */
export function planted(text, { bug, file, find, put }) {
  const places = text.split(find).length - 1;
  if (places !== 1) throw new Error(`"${bug}": src/query/${file} contains \`${find}\` ${places} times, not once`);
  return text.replace(find, () => put);
}
