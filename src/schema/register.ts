/** Closed registers of the dataset, listed in descriptions. */
export interface Registers {
  /** The keys of claims, sorted by name. */
  readonly claimKeys: readonly { readonly name: string; readonly description: string }[];
}
