import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * Compares two schemas: changes that break clients and are `listed` in the changelog or `unlisted`, and `dangerous`
 * ones, which may break clients. The changelog lists a change by its path in backquotes, like `Article.section`, in the
 * part "Breaking" of its section "Unreleased"; `*` matches the name of any entity, as in
 * `*Group.distinct`.
 */
export async function compareSchemas({ released, present, changelog }) {
  const changes = await diff(buildSchema(released), buildSchema(present));
  const patterns = listedPaths(changelog, entitiesOf(buildSchema(released)));
  const isListed = ({ path }) => patterns.some((pattern) => pattern.test(path));
  const of = (level) => changes.filter(({ criticality }) => criticality.level === level).map(asLine);
  const breaking = of(CriticalityLevel.Breaking);
  return {
    listed: breaking.filter(isListed),
    unlisted: breaking.filter((change) => !isListed(change)),
    dangerous: of(CriticalityLevel.Dangerous),
  };
}

/** A change to the definition of the schema itself has no path; we call it `schema`. */
const asLine = ({ path = 'schema', message }) => ({ path, message });

/** Names of the types with a global id; connections and pairs are not among them. */
function entitiesOf(schema) {
  const node = schema.getType('Node');
  if (!node) return [];
  const { objects, interfaces } = schema.getImplementations(node);
  return [...objects, ...interfaces].map(({ name }) => name);
}

function listedPaths(changelog, entities) {
  const unreleased = sectionOf(changelog, '## Unreleased', /^## /m);
  const breaking = sectionOf(unreleased, '### Breaking', /^### /m);
  return [...breaking.matchAll(/`([\w.*]+)`/g)].map(
    ([, path]) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', `(?:${entities.join('|')})`)}$`),
  );
}

/** The text under a heading, up to the next heading of that level; empty if the heading is missing. */
function sectionOf(text, heading, next) {
  const [, rest = ''] = text.split(new RegExp(`^${heading}$`, 'm'));
  return rest.split(next)[0];
}
