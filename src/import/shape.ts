import { z } from 'zod';
import type { enums as generatedEnums } from '../model/generated.ts';
import { type EnumName, enums, type ModelName, type Models, models } from '../model/model.ts';
import { codePointLength } from '../text/code-point.ts';
import { plainDecimal } from '../text/decimal.ts';
import { type Words, written } from './words.ts';

type Described<M extends ModelName> = keyof (Models[M]['columns'] & Models[M]['relations'] & Models[M]['whens']);

/** The description of a field of a model, from prisma/schema.prisma. */
export function docOf<M extends ModelName>(model: M, field: Described<M> & string): string {
  const { columns, relations, whens } = models[model];
  return whens[field]?.doc ?? relations[field]?.doc ?? columns[field]?.doc ?? '';
}

export type EnumValue<E extends EnumName> = keyof (typeof generatedEnums)[E]['values'] & string;

/** A value of an enum of the model; editors show the description of each value. */
export function oneOf<E extends EnumName>(name: E, description: string) {
  const values = Object.keys(enums[name].values) as EnumValue<E>[];
  return z.enum(values).meta({ description, enumDescriptions: Object.values(enums[name].values) });
}

/** A text that is not empty, kept exactly as written. `words` says whose words it has, and where to look for them. */
export function text(description: string, words: Words) {
  return written(z.string().regex(/\S/, 'is empty: fill it or remove it').describe(description), words);
}

/** A name or headline. Lists are ordered by it, and an index entry has a maximum size. */
export function name(description: string, words: Words) {
  const most = 500;
  const short = text(description, words).refine(
    (value) => codePointLength(value) <= most,
    `is longer than ${most} characters`,
  );
  return written(short, words);
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a name has the form of a slug. */
export function isSlug(name: string): boolean {
  return SLUG.test(name);
}

export const SLUG_RULE = 'lower-case ASCII letters and digits, with single hyphens between them';

/** The slug of an entry of a register. */
export function slug(description: string) {
  return z.string().regex(SLUG, `is not a slug: use ${SLUG_RULE}`).describe(description);
}

/** The slug of a person or organisation, or `.key` of a source of the same article. */
export function actorRef(description: string) {
  return z
    .string()
    .regex(
      /^\.?[a-z0-9]+(-[a-z0-9]+)*$/,
      'is not a reference to an actor: write the slug of a person or organisation, or .key of a source',
    )
    .describe(`${description} The slug of a person or organisation, or .key of a source of this article.`);
}

/** A local name within one article file. */
export function ref(description: string) {
  return z.string().regex(SLUG, `is not a local name: use ${SLUG_RULE}`).describe(description);
}

/** The local name of an assertion or a wording. */
export const localName = ref(
  'A name that is unique in this file. Entries of this file refer to titles and claims by it, disagreements.yaml to any assertion or wording.',
);

/** A reference to an assertion or wording of any article, written `<article>.<ref>`. */
export function statementRef(description: string) {
  return z
    .string()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/,
      'is not a reference into an article: write <article>.<ref>',
    )
    .describe(`${description} The slug of an article, a dot, and a ref of that article.`);
}

const date = z.iso.date();
const basis = oneOf('Basis', 'The basis of this date.');

/** A date; `words` says where its text and time are printed. */
export function when(words: Words) {
  return z
    .strictObject({
      date: date.optional().describe('Short for equal earliest and latest dates.'),
      earliest: date.optional().describe('The earliest possible date.'),
      latest: date.optional().describe('The latest possible date.'),
      time: text('The time as printed, for example "6:05 AM".', words).optional(),
      text: text('The date as printed, for example "Monday".', words).optional(),
      basis,
    })
    .describe('A date, as precisely as it is known.');
}
export type When = z.output<ReturnType<typeof when>>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256: expected 64 lower-case hexadecimal digits');
const whole = z.int({ error: 'must be a whole number' }).max(2_147_483_647, { error: 'is too large' });
const offset = whole.min(0, { error: 'is below 0' });
/** A number that counts from 1. */
export const ordinal = whole.min(1, { error: 'is below 1' });

export const span = z
  .strictObject({
    start: offset.optional().describe('Offset of the first code point in the text file, from 0.'),
    end: offset.optional().describe('Offset after the last code point.'),
    paragraph: ordinal.optional().describe('Number of the paragraph (non-empty lines of the text), from 1.'),
    sha256: sha256.optional().describe("SHA-256 of the span's UTF-8 text."),
    text: text('The words of the span: `onrecord anchor` replaces them with offsets.', 'span').optional(),
    nth: ordinal.optional().describe('Which occurrence of `text` is meant, from 1.'),
  })
  .describe('The source passage in the text. Write { text: "the words" } and run `onrecord anchor`.');
export type Span = z.output<typeof span>;

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag: use tags such as en, de or pt-BR')
  .describe(docOf('Article', 'language'));

export const url = z.string().regex(/^https?:\/\/[^\s/]\S*$/, 'must begin with http:// or https:// and have no spaces');

/** A website as printed, perhaps without a scheme. */
export function website(description: string, words: Words) {
  const printed = z
    .string()
    .regex(
      /^(https?:\/\/)?[^\s:/?#@\\]+\.[^\s:/?#@\\]+(:\d+)?([/?#]\S*)?$/,
      'is not a website: write a host name such as post.example, or begin with http:// or https://; spaces are not allowed',
    );
  return written(printed.describe(description), words);
}

export const unit = z
  .string()
  .regex(/^[A-Z][A-Z_]*$/, 'is not a unit: use capital letters, as in EUR, PERCENT or PERSONS')
  .describe(docOf('Claim', 'unit'));

export const copy = z
  .strictObject({
    sha256: sha256.describe('SHA-256 of the text file.'),
    length: ordinal.describe('Length of the text in code points.'),
  })
  .describe('The text that the offsets refer to; `onrecord anchor` fills it.');

export const figure = ordinal.describe('Number of the figure within the article: a photo and its caption share one.');

/** What a column for decimals can store. */
const STORED = /^-?\d{1,35}(\.\d{1,30})?$/;
const TOO_LONG = 'has more than 15 digits: put it in quotation marks';
const AMOUNT =
  'is not an amount: write digits without separators, as in 1000 or -2.5 (at most 35, and 30 after the point)';

export const amount = z
  .union(
    [
      z
        .number()
        .max(Number.MAX_SAFE_INTEGER, TOO_LONG)
        .min(-Number.MAX_SAFE_INTEGER, TOO_LONG)
        .refine((number) => STORED.test(plainDecimal(number)), AMOUNT),
      z.string().regex(STORED, AMOUNT),
    ],
    AMOUNT,
  )
  .describe('A number in whole units (a billion is 1000000000); beyond 15 digits as a string.');

/** Another name; `words` is `ours` in a register, since no article prints it. */
export function alias(words: Words) {
  return z.strictObject({
    text: name(docOf('Alias', 'text'), words),
    kind: oneOf('AliasKind', docOf('Alias', 'kind')),
  });
}

export const aliases = z.array(alias('ours')).describe('Other names that none of the articles uses.');
