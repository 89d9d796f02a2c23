/** The IRI of a global id. It is the same in every database built from the same files. */
export const iri = (id: string) => `urn:onrecord:${id}`;

/** A JSON-LD object, or a reference to one by its `@id`. */
export interface Thing {
  readonly [key: string]: unknown;
}

/**
 * The context, included in each document so that processors need not fetch one. Every key is from schema.org, except
 * `leftOff`, the number of statements past the limit of one document, and `quotation`, `wrote` and `contributedTo`, the
 * inverses of `spokenByCharacter`, `author` and `contributor`.
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

/** A thing without its null, empty and zero entries, which JSON-LD leaves out. */
export function thing(entries: Readonly<Record<string, unknown>>): Thing {
  const known = ([, value]: [string, unknown]) =>
    value !== null &&
    value !== undefined &&
    value !== '' &&
    value !== 0 &&
    !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(entries).filter(known));
}
