import { supertypeOf } from './prisma-schema.mjs';

/**
 * A rule that follows from the conventions of schema.prisma: a check, a trigger's function, or a trigger.
 * @typedef {{ kind: 'check' | 'function' | 'trigger', table: string, name: string, sql: string }} Rule
 */

const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';
const SHA256 = '^[0-9a-f]{64}$';
const ONE_OF = /[Ee]xactly one of ((?:`\w+`(?:, | and |, and )?)+) is set/;

/**
 * The rules that the database of these models has. For a check, `sql` is its condition; for a function, its body.
 * @param {import('./prisma-schema.mjs').Model[]} models
 * @returns {Rule[]}
 */
export function standardRules(models) {
  const supertypes = new Set(models.map((model) => supertypeOf(model)?.type));
  return [
    ...models.filter(hasOwnId(supertypes)).map(idCheck),
    ...models.flatMap((model) => [...checksOf(model)]),
    ...models.flatMap((model) => subtypeRules(model, models)),
  ];
}

/** A supertype's row has the id of its subtype's row. */
const hasOwnId = (supertypes) => (model) => model.key.join() === 'id' && !supertypes.has(model.name);

const checkOf = (table, name, sql) => ({ kind: 'check', table, name: `${table}_${name}_check`, sql });
const idCheck = ({ name }) => checkOf(name, 'id', `starts_with("id", '${name}_')`);

/** @param {import('./prisma-schema.mjs').Model} model */
function* checksOf(model) {
  const { name: table, fields } = model;
  const column = (name) => fields.find((field) => field.name === name && field.on.length === 0);
  const check = (name, sql) => checkOf(table, name, sql);
  const texts = fields.filter(({ type }) => type === 'String');
  const references = new Set(fields.flatMap(({ on }) => on));

  const supertype = supertypeOf(model);
  if (supertype) {
    const typeColumn = supertype.on[1];
    const type = /@default\((\w+)\)/.exec(column(typeColumn)?.attributes ?? '')?.[1];
    yield check(typeColumn, `"${typeColumn}" = '${type}'`);
  }
  for (const { name } of texts)
    if (name === 'slug' || name === 'ref' || (name === 'name' && model.key[0] === name))
      yield check(name, `"${name}" ~ '${SLUG}'`);
  const keyed = texts.filter(({ name, optional }) => column(`${name}Key`) && optional);
  if (keyed.length > 0)
    yield check('keys', keyed.map(({ name }) => `("${name}" IS NULL) = ("${name}Key" IS NULL)`).join('\n    AND '));
  for (const when of whensOf(fields))
    yield check(
      when,
      `("${when}Earliest" <= "${when}Latest") IS NOT FALSE\n    AND ("${when}Basis" IS NOT NULL) = ` +
        `(num_nonnulls("${when}Earliest", "${when}Latest", "${when}Time", "${when}Text") > 0)`,
    );
  const span = column('start') && column('end');
  if (span) yield check('span', spanConditions(column).join(' AND '));
  for (const { name, optional } of texts)
    if (column(`${name}Key`) && !optional && !(span && name === 'text')) yield check(name, `"${name}" <> ''`);
  for (const { name } of texts)
    if (/^sha256$|Sha256$/.test(name) && !references.has(name) && !(span && name === 'sha256'))
      yield check(name, `"${name}" ~ '${SHA256}'`);
  if (column('ordinal')) yield check('ordinal', '"ordinal" > 0');
  const alternatives = ONE_OF.exec(model.doc)?.[1];
  if (alternatives) {
    const columns = [...alternatives.matchAll(/`(\w+)`/g)].map(([, name]) => keyOf(model, name));
    yield check('subject', `num_nonnulls(${columns.map((name) => `"${name}"`).join(', ')}) = 1`);
  }
  for (const field of fields.filter(({ on }) => on.length === 1)) {
    const other = otherEnd(field, model);
    if (other) yield check(field.name, `"${field.on[0]}" <> "${other}"`);
  }
}

/** The columns of a `When` are named for it; its last one, `<name>Basis`, makes it one. */
function whensOf(fields) {
  const names = new Set(fields.map(({ name }) => name));
  const candidates = [...names].filter((name) => name.endsWith('Basis')).map((name) => name.slice(0, -'Basis'.length));
  return candidates.filter((when) => ['Earliest', 'Latest', 'Time', 'Text'].every((part) => names.has(when + part)));
}

function spanConditions(column) {
  const text = column('text');
  const length = 'char_length("text") = "end" - "start"';
  return [
    '"start" >= 0',
    '"start" < "end"',
    ...(column('paragraph') ? ['"paragraph" > 0'] : []),
    ...(column('sha256') ? [`"sha256" ~ '${SHA256}'`] : []),
    ...(text ? [text.optional ? `(${length}) IS NOT FALSE` : length] : []),
  ];
}

/** The column that must differ from this reference's: the row's own id, or for a `target` or `other` the first reference to the same model. */
function otherEnd(field, model) {
  if (['target', 'other'].includes(field.name))
    return model.fields.find((other) => other !== field && other.type === field.type && other.on.length === 1)?.on[0];
  return field.type === model.name ? 'id' : undefined;
}

function keyOf(model, name) {
  const key = model.fields.find((field) => field.name === name)?.on[0];
  if (!key) throw new Error(`${model.name}: "exactly one of … is set" names \`${name}\`, which is no reference`);
  return key;
}

/** For a supertype: at the end of a transaction each of its rows has the row of its type. */
function subtypeRules(model, models) {
  const subtypes = models.filter((other) => supertypeOf(other)?.type === model.name);
  if (subtypes.length === 0) return [];
  const table = model.name;
  const typeColumn = supertypeOf(subtypes[0]).on[1];
  const row = table.charAt(0).toLowerCase() + table.slice(1);
  const cases = subtypes.map((subtype) => {
    const type = /@default\((\w+)\)/.exec(subtype.fields.find(({ name }) => name === typeColumn).attributes)[1];
    return `        WHEN '${type}' THEN EXISTS (SELECT FROM "${subtype.name}" WHERE "id" = ${row}."id")\n`;
  });
  const body = `
DECLARE
    ${row} "${table}";
BEGIN
    SELECT * INTO ${row} FROM "${table}" WHERE "id" = CASE TG_OP WHEN 'DELETE' THEN OLD."id" ELSE NEW."id" END;
    IF NOT FOUND THEN
        RETURN NULL; -- deleted in the same transaction
    END IF;
    IF NOT (CASE ${row}."${typeColumn}"
${cases.join('')}    END) THEN
        RAISE integrity_constraint_violation USING
            MESSAGE = format('${table} %s has no row in the table of its type %s', ${row}."id", ${row}."${typeColumn}"),
            TABLE = '${table}', CONSTRAINT = '${table}_subtype_check';
    END IF;
    RETURN NULL;
END `;
  const trigger = (of, event) => ({
    kind: 'trigger',
    table: of,
    name: `${of}_check`,
    sql: `AFTER ${event} ON "${of}" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "${table}_check"()`,
  });
  return [
    { kind: 'function', table, name: `${table}_check`, sql: body },
    trigger(table, 'INSERT OR UPDATE'),
    ...subtypes.map(({ name }) => trigger(name, 'DELETE')),
  ];
}
