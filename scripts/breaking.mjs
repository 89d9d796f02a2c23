import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * What clients of the released schema meet in the present one: what breaks them and the changelog owns, what breaks
 * them and it does not, and what may. The changelog owns a change by its path in backquotes, like `Article.section`, in
 * the part "Breaking" of its section "Unreleased".
 */
export async function compareSchemas({ released, present, changelog }) {
  const changes = await diff(buildSchema(released), buildSchema(present));
  const named = ownedPaths(changelog);
  const of = (level) => changes.filter(({ criticality }) => criticality.level === level).map(asLine);
  const breaking = of(CriticalityLevel.Breaking);
  return {
    owned: breaking.filter(({ path }) => named.has(path)),
    unowned: breaking.filter(({ path }) => !named.has(path)),
    dangerous: of(CriticalityLevel.Dangerous),
  };
}

/** A change of the schema's own definition has no path: it is called `schema`. */
const asLine = ({ path = 'schema', message }) => ({ path, message });

function ownedPaths(changelog) {
  const unreleased = sectionOf(changelog, '## Unreleased', /^## /m);
  const breaking = sectionOf(unreleased, '### Breaking', /^### /m);
  return new Set([...breaking.matchAll(/`([^`]+)`/g)].map(([, path]) => path));
}

/** The text under a heading, to the next one of its kind; nothing when there is no such heading. */
function sectionOf(text, heading, next) {
  const [, rest = ''] = text.split(new RegExp(`^${heading}$`, 'm'));
  return rest.split(next)[0];
}
