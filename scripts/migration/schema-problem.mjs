import { isLink, supertypeOf } from './prisma-schema.mjs';

/**
 * Where models break a convention that schema.prisma itself has to keep, each with what to write.
 * @param {import('./prisma-schema.mjs').Model[]} models
 * @returns {string[]}
 */
export function schemaProblems(models) {
  return models.flatMap((model) => [...referenceProblems(model), ...textProblems(model), ...listProblems(model)]);
}

function* referenceProblems(model) {
  for (const field of model.fields.filter(({ on }) => on.length > 0)) {
    const place = `${model.name}.${field.name}`;
    if ((isLink(model) || field === supertypeOf(model)) && field.onDelete !== 'Cascade')
      yield `${place}: write onDelete: Cascade, since the rows of a link or subtype are deleted with the row they belong to`;
    else if (!['NoAction', 'Cascade'].includes(field.onDelete))
      yield `${place}: write onDelete: NoAction, or Cascade for rows that are deleted with the row they belong to`;
    if (!hasIndex(model, [field.on[0]])) yield `${place}: write @@index([${field.on[0]}])`;
  }
}

function* textProblems({ name: model, fields, indexes }) {
  const names = new Set(fields.map(({ name }) => name));
  for (const name of names) {
    const [, text, kind] = /^(\w+)(Key|Words)$/.exec(name) ?? [];
    if (!text || name === 'sortKey') continue;
    if (!names.has(text)) yield `${model}.${name}: write the text column ${text}`;
    if (kind === 'Key') continue;
    if (!names.has(`${text}Key`)) yield `${model}.${name}: write the sort key ${text}Key`;
    if (!indexes.some(({ columns, trigrams }) => trigrams && columns.join() === `${text}Key`))
      yield `${model}.${name}: write @@index([${text}Key(ops: raw("gin_trgm_ops"))], type: Gin, map: "${model}_${text}Key_trigrams_idx")`;
    if (!hasIndex({ indexes }, [name])) yield `${model}.${name}: write @@index([${name}], type: Gin)`;
  }
}

/** A model with a slug has a list of its own among the root fields. */
function* listProblems(model) {
  const names = new Set(model.fields.map(({ name }) => name));
  if (!names.has('slug') || model.key[0] !== 'id') return;
  if (!names.has('sortKey')) yield `${model.name}: write the column sortKey`;
  if (!hasIndex(model, ['sortKey', 'id'])) yield `${model.name}: write @@index([sortKey, id])`;
}

const hasIndex = ({ indexes }, first) =>
  indexes.some(({ columns, trigrams }) => !trigrams && first.every((name, place) => columns[place] === name));
