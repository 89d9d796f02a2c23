/** The first sentence of a description: inputs repeat what their field says in full. */
export function firstSentence(description: string): string {
  return /^[\s\S]*?[.?!:](?=\s|$)/.exec(description)?.[0].replace(/:$/, '.') ?? description;
}
