/** The keys of a keyboard, row by row from the top left, as each layout labels them. */
const LAYOUTS = [
  { letters: /[a-z]/, keys: "`qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" },
  { letters: /\p{Script=Cyrillic}/u, keys: "'йцукенгшщзхїґфівапролджєячсмитьбю." },
  { letters: /\p{Script=Cyrillic}/u, keys: 'ёйцукенгшщзхъ\\фывапролджэячсмитьбю.' },
  { letters: /\p{Script=Greek}/u, keys: "`;ςερτυθιοπ[]\\ασδφγηξκλ΄'ζχψωβνμ,./" },
  { letters: /\p{Script=Hebrew}/u, keys: ";/'קראטוןםפ][\\שדגכעיחלךף,זסבהנמצתץ." },
] as const;

type Layout = (typeof LAYOUTS)[number];

const [LATIN, ...OTHERS] = LAYOUTS;

/** Shifted keys that have no letter in the Latin layout, but may have one in another. */
const SHIFTED: Readonly<Record<string, string>> = {
  '{': '[',
  '}': ']',
  ':': ';',
  '"': "'",
  '<': ',',
  '>': '.',
  '~': '`',
};

/** What the keys of a text would have typed in other layouts: Latin keys in each of the others, other keys in Latin. */
export function otherLayouts(typed: string): readonly string[] {
  const text = typed.toLowerCase();
  const texts = OTHERS.flatMap((other) => [
    ...(LATIN.letters.test(text)
      ? [
          retyped(
            text.replaceAll(/[{}:"<>~]/g, (key) => SHIFTED[key] ?? key),
            LATIN,
            other,
          ),
        ]
      : []),
    ...(other.letters.test(text) ? [retyped(text, other, LATIN)] : []),
  ]);
  return [...new Set(texts)].filter((other) => other !== text);
}

function retyped(text: string, from: Layout, to: Layout): string {
  return [...text]
    .map((letter) => {
      const key = from.keys.indexOf(letter);
      return key < 0 ? letter : (to.keys[key] ?? letter);
    })
    .join('');
}
