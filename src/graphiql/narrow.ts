/** Whether there is room for either a panel or the editors, as the style sheet has it. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 799px)').matches;
}
