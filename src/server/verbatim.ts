import type { Explanation } from '../query/run.ts';

/** A result whose JSON text from the database is sent unchanged, by Yoga's `stringify`. Reading `data` parses it. */
export function verbatim(text: string, explanation: Explanation | undefined) {
  const extensions = explanation && { explain: explanation };
  return {
    get data() {
      return JSON.parse(text);
    },
    ...(extensions && { extensions }),
    stringify: () => `{"data":${text}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`,
  };
}
