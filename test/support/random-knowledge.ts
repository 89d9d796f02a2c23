import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { CodePointText } from '../../src/text/code-point.ts';
import { sha256 } from '../../src/text/sha256.ts';

/** Files of a small knowledge folder, by name: sound, and different each time. */
export type RandomKnowledge = Readonly<Record<string, unknown>>;

const words = fc.constantFrom('Ångström', 'plan', 'four‑year', '“so”', '🚇 line', '€4');
const stance = fc.constantFrom('PROPOSES', 'SUPPORTS', 'RESERVED', 'OPPOSES');

const sentence = fc.record({
  words: fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
  quote: fc.nat(3),
  speaker: fc.nat(2),
  said: fc.option(fc.constantFrom('2031-03-04', '2031-03-05')),
  stance: fc.option(stance),
  named: fc.boolean(),
});

const sentences = fc.array(sentence, { minLength: 1, maxLength: 6 });

/** Up to three articles that quote up to three people on up to four things said. */
export const randomKnowledge: fc.Arbitrary<RandomKnowledge> = fc
  .record({ names: fc.array(words, { minLength: 3, maxLength: 3 }), articles: fc.array(sentences, { maxLength: 3 }) })
  .map(({ names, articles }) => {
    const used = new Set(articles.flat().map(({ quote }) => `q${quote}`));
    return {
      'people.yaml': Object.fromEntries(
        names.map((name, i) => [`p${i}`, { name, formerSlugs: [`old-${name.length}-${i}`] }]),
      ),
      'proposals.yaml': { plan: { name: names[0], kind: 'PLAN', summary: names.join(' ') } },
      'quotes.yaml': Object.fromEntries(
        [...used].map((slug, i, all) => [slug, { proposals: ['plan'], ...(i > 0 && { distinctFrom: [all[0]] }) }]),
      ),
      ...Object.fromEntries(articles.map((list, i) => [`articles/a${i}.yaml`, articleOf(list, i)])),
    };
  });

/** Makes a folder hold exactly this knowledge. */
export function writeKnowledge(dir: string, knowledge: RandomKnowledge): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'articles'), { recursive: true });
  for (const [name, content] of Object.entries(knowledge)) writeFileSync(join(dir, name), stringify(content));
}

function articleOf(
  list: readonly (typeof sentence extends fc.Arbitrary<infer S> ? S : never)[],
  number: number,
): unknown {
  const text = new CodePointText(`${number}\n${list.map((s, i) => `${i}: ${s.words}`).join('\n')}`);
  const spans = list.map((s, i) => {
    const start = (text.offsetsOf(`\n${i}: `)[0] ?? 0) + `\n${i}: `.length;
    const end = start + new CodePointText(s.words).length;
    return { start, end, paragraph: text.paragraphAt(start), sha256: sha256(s.words) };
  });
  return {
    headline: `Article ${number}`,
    language: 'en',
    summary: 'Random.',
    origin: 'UNKNOWN',
    originBasis: 'UNKNOWN',
    text: { sha256: sha256(text.text), length: text.length },
    wordings: list.map((s, i) => ({
      quote: `q${s.quote}`,
      rendering: 'QUOTED',
      form: 'FULL',
      text: s.words,
      zone: 'BODY',
      span: spans[i],
      gloss: 'Said.',
      speaker: `p${s.speaker}`,
      attribution: 'EXPLICIT',
      medium: 'SPOKEN',
      ...(s.said && { said: { date: s.said, basis: 'STATED' } }),
    })),
    positions: list.flatMap(({ speaker, stance }, i) =>
      stance
        ? {
            actor: `p${speaker}`,
            proposal: 'plan',
            stance,
            modality: 'STATED',
            voice: 'QUOTE',
            span: spans[i],
            gloss: 'Is so.',
            basis: 'STATED',
          }
        : [],
    ),
    mentions: list.flatMap(({ named, words, speaker }, i) => {
      const { start, end } = spans[i] ?? {};
      return named ? { actor: `p${speaker}`, text: words, span: { start, end }, zone: 'BODY', form: 'NAME' } : [];
    }),
  };
}
