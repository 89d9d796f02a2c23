/** Closed registers of the knowledge that descriptions list. */
export interface Registers {
  /** What claims can say, in the order of their names. */
  readonly claimKeys: readonly { readonly name: string; readonly description: string }[];
}
