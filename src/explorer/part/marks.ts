/** Quotation marks around words: single ones if the words hold double ones themselves. */
export function marksAround(words: string): readonly [string, string] {
  return /[“”„"«»]/.test(words) ? ['‘', '’'] : ['“', '”'];
}

/** Words in quotation marks, for titles and labels that cannot have markup. */
export function inMarks(words: string): string {
  const [open, close] = marksAround(words);
  return `${open}${words}${close}`;
}
