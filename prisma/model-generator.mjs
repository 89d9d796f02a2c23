// Writes src/model/generated.ts: the data model as a constant, for the query compiler, the schema and the import.
// `prisma generate` runs it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import generatorHelper from '@prisma/generator-helper';

const PREFIXES = ['Earliest', 'Latest', 'Time', 'Text', 'Basis'];

generatorHelper.generatorHandler({
  onManifest: () => ({ prettyName: 'Onrecord model', defaultOutput: '../src/model/generated.ts' }),
  onGenerate: async ({ dmmf, generator }) => {
    const models = Object.fromEntries(dmmf.datamodel.models.map((m) => [m.name, describe(m, dmmf.datamodel.models)]));
    const enums = Object.fromEntries(
      dmmf.datamodel.enums.map((e) => [
        e.name,
        {
          doc: e.documentation ?? '',
          values: Object.fromEntries(e.values.map((v) => [v.name, v.documentation ?? ''])),
        },
      ]),
    );
    const file = generator.output.value;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      `// Generated from prisma/schema.prisma by prisma/model-generator.mjs. Do not edit.\n` +
        `export const models = ${JSON.stringify(models, null, 2)} as const;\n\n` +
        `export const enums = ${JSON.stringify(enums, null, 2)} as const;\n`,
    );
  },
});

function describe(model, all) {
  const supertype = model.fields.find((f) => f.name === 'supertype');
  const whens = model.fields
    .filter((f) => f.name.endsWith('Basis') && PREFIXES.every((p) => has(model, f.name.slice(0, -5) + p)))
    .map((f) => [f.name.slice(0, -5), { doc: f.documentation ?? '' }]);
  return {
    name: model.name,
    table: model.dbName ?? model.name,
    doc: model.documentation ?? '',
    link: isLink(model),
    supertype: supertype
      ? {
          model: supertype.type,
          typeColumn: supertype.relationFromFields[1],
          type: field(model, supertype.relationFromFields[1]).default,
        }
      : null,
    key: model.primaryKey?.fields ?? model.fields.filter((f) => f.isId).map((f) => f.name),
    columns: Object.fromEntries(model.fields.filter((f) => f.kind !== 'object').map((f) => [f.name, column(model, f)])),
    whens: Object.fromEntries(whens),
    relations: Object.fromEntries(
      model.fields
        .filter((f) => f.kind === 'object' && f.name !== 'supertype')
        .map((f) => [f.name, relation(model, f, all)]),
    ),
  };
}

function column(model, f) {
  return {
    type: f.kind === 'enum' ? 'Enum' : f.type === 'DateTime' && f.nativeType?.[0] === 'Date' ? 'Date' : f.type,
    enum: f.kind === 'enum' ? f.type : null,
    nullable: !f.isRequired,
    list: f.isList,
    sortKey: has(model, `${f.name}Key`) ? `${f.name}Key` : null,
    doc: f.documentation ?? '',
  };
}

// A relation has the columns of both models that join them, and the columns of the link model between them, if any.
// Both ends of a relation are described the same way.
function relation(model, f, all) {
  const other = all.find((m) => m.name === f.type);
  const back = other.fields.find(
    (g) => g.relationName === f.relationName && g.kind === 'object' && !(other === model && g === f),
  );
  const [on, references] = f.relationFromFields.length
    ? [f.relationFromFields, f.relationToFields]
    : [back.relationToFields, back.relationFromFields];
  const common = {
    many: f.isList,
    nullable: !f.isRequired,
    doc: f.documentation ?? '',
    from: on[0],
  };
  if (!isLink(other)) return { model: other.name, ...common, to: references[0], through: null };
  const far = other.fields.find((g) => g.kind === 'object' && g.relationName !== f.relationName);
  return {
    model: far.type,
    ...common,
    to: far.relationToFields[0],
    through: { table: other.dbName ?? other.name, from: references[0], to: far.relationFromFields[0] },
  };
}

function isLink(model) {
  const scalars = model.fields.filter((f) => f.kind !== 'object');
  const key = model.primaryKey?.fields ?? [];
  return scalars.length === 2 && key.length === 2 && scalars.every((f) => key.includes(f.name));
}

function field(model, name) {
  return model.fields.find((f) => f.name === name);
}

function has(model, name) {
  return model.fields.some((f) => f.name === name);
}
