/**
 * @typedef {{ columns: string[], trigrams: boolean }} Index
 * A field of a model in schema.prisma; a relation has `on` (its own columns) and `to` where this model holds the key.
 * @typedef {{ name: string, type: string, optional: boolean, list: boolean, attributes: string,
 *   on: string[], to: string[], onDelete: string | null }} Field
 * @typedef {{ name: string, doc: string, fields: Field[], key: string[], indexes: Index[] }} Model
 */

const MODEL = /((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm;
const FIELD = /^ {2}(\w+) +(\w+(?:\("\w+"\))?)(\?|\[\])?(.*)$/gm;
const INDEX = /^ {2}@@(?:id|unique|index)\(\[((?:[^\]"]|"[^"]*")*)\]/gm;

/**
 * The models of schema.prisma, with what the standard rules need to know of them. The schema engine has checked the
 * syntax before; this reads the form in which `prisma format` writes it.
 * @param {string} text
 * @returns {Model[]}
 */
export function parseModels(text) {
  return [...text.matchAll(MODEL)].map(([, doc, name, body]) => {
    const fields = [...body.matchAll(FIELD)].map((match) => asField(match));
    const single = fields.filter(({ attributes }) => /@id\b|@unique\b/.test(attributes)).map((field) => field.name);
    const indexes = [...single, ...[...body.matchAll(INDEX)].map(([, columns]) => columns)].map((columns) => ({
      columns: namesIn(columns),
      trigrams: columns.includes('gin_trgm_ops'),
    }));
    const id = fields.find(({ attributes }) => /@id\b/.test(attributes));
    const key = id ? [id.name] : namesIn(/^ {2}@@id\(\[([^\]]*)\]/m.exec(body)?.[1] ?? '');
    return { name, doc: doc.replaceAll(/^\/\/\/ ?/gm, '').trim(), fields, key, indexes };
  });
}

/** @returns {Field} */
function asField([, name, type, mark = '', attributes]) {
  const list = (argument) => namesIn(new RegExp(`${argument}: \\[([^\\]]*)\\]`).exec(attributes)?.[1] ?? '');
  return {
    name,
    type,
    optional: mark === '?',
    list: mark === '[]',
    attributes,
    on: list('fields'),
    to: list('references'),
    onDelete: /onDelete: (\w+)/.exec(attributes)?.[1] ?? null,
  };
}

/** The columns of a list such as `headlineKey(ops: raw("gin_trgm_ops")), id`. */
function namesIn(list) {
  return list
    .replaceAll(/\((?:[^()]|\([^()]*\))*\)/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A model that consists of two foreign keys: it only links two other models. */
export function isLink({ fields, key }) {
  const columns = fields.filter(({ type }) => /^(String|Int)$/.test(type));
  return key.length === 2 && columns.length === 2 && fields.length === 4;
}

/** The field `supertype` of a subtype's model: the relation to the row of its supertype. */
export const supertypeOf = ({ fields }) => fields.find(({ name, on }) => name === 'supertype' && on.length === 2);
