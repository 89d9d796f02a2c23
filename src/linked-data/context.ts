/** An IRI of ours: the same thing has the same one in every database that was made from the same files. */
export const iri = (id: string) => `urn:onrecord:${id}`;

/** One thing as JSON-LD, or a reference to it by its `@id`. */
export interface Thing {
  readonly [key: string]: unknown;
}

/**
 * Stands in each document, so that no processor has to fetch one: every key is schema.org's, but for `leftOff`, the
 * number of statements past the most that one document holds, and `quotation`, `wrote` and `contributedTo`, schema.org's
 * `spokenByCharacter`, `author` and `contributor` from the other end.
 */
export const CONTEXT = {
  '@version': 1.1,
  '@vocab': 'https://schema.org/',
  contributedTo: { '@reverse': 'https://schema.org/contributor' },
  dateCreated: { '@type': 'Date' },
  dateModified: { '@type': 'Date' },
  datePublished: { '@type': 'Date' },
  leftOff: { '@id': iri('leftOff') },
  quotation: { '@reverse': 'https://schema.org/spokenByCharacter' },
  url: { '@type': '@id' },
  wrote: { '@reverse': 'https://schema.org/author' },
} as const;

/** A thing without what is unknown, empty or zero: JSON-LD says nothing of it instead. */
export function thing(entries: Readonly<Record<string, unknown>>): Thing {
  const known = ([, value]: [string, unknown]) =>
    value !== null &&
    value !== undefined &&
    value !== '' &&
    value !== 0 &&
    !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(entries).filter(known));
}
