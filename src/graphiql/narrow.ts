/** Whether the window fits only a panel or the editors; the same width as in the style sheet. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 799px)').matches;
}
