import { sha256 } from '../../src/text/sha256.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An article file with nothing but a head, and these fields. Its text is 1,000 code points that nobody has. */
export function smallArticle(name: string, fields: object = {}): string {
  const head = { headline: name, language: 'en', summary: name, origin: 'UNKNOWN', originBasis: 'UNKNOWN' };
  return JSON.stringify({ ...head, text: { sha256: sha256(name), length: 1000 }, ...fields });
}

let places = 0;

/** A span of its own, with evidence that nobody can check. */
export function someSpan(length = 1): Fields {
  places += 10;
  const start = places % 900;
  return { start, end: start + length, paragraph: 1, sha256: sha256('x') };
}

/** The fields that every assertion has. */
export function asserted(fields: Fields): Fields {
  return { span: someSpan(), gloss: 'A gloss.', basis: 'STATED', ...fields };
}

/** A REPORTED wording of a quote. */
export function reported(quote: string, fields: Fields): Fields {
  const rest = { zone: 'BODY', gloss: 'A gloss.', attribution: 'EXPLICIT', medium: 'UNKNOWN' };
  return { quote, rendering: 'REPORTED', span: someSpan(), ...rest, ...fields };
}

/** A QUOTED wording of a quote. */
export function quoted(quote: string, text: string, fields: Fields): Fields {
  const span = { ...someSpan(text.length), sha256: sha256(text) };
  return { ...reported(quote, fields), rendering: 'QUOTED', form: 'FULL', text, span };
}
