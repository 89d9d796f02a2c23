/** The registers of a dataset folder: each is a file of this name, a map from slug (or key) to entry. */
export const REGISTERS = [
  'people',
  'organisations',
  'outlets',
  'proposals',
  'events',
  'quotes',
  'disagreements',
  'claim-keys',
] as const;

/** Files that are one entry each. */
export const DOCUMENTS = ['about'] as const;

export type Register = (typeof REGISTERS)[number];
