const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
};
const SCALES = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion']);
const SIGNS: Readonly<Record<string, string>> = { '€': 'euro', $: 'dollar', '£': 'pound', '¥': 'yen', '%': 'percent' };
const CURRENCIES: Readonly<Record<string, string>> = {
  euro: 'euro',
  euros: 'euro',
  dollar: 'dollar',
  dollars: 'dollar',
  pound: 'pound',
  pounds: 'pound',
  yen: 'yen',
  percent: 'percent',
  'per cent': 'percent',
};

/** The amounts in a text: numbers in digits or English words, their scales, and currencies. */
export function numbersIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [number] of text.matchAll(/\d+(?:[,.]\d+)*/g)) found.add(number.replace(/,(?=\d{3})/g, ''));
  for (const sign of text.match(/[€$£¥%]/g) ?? []) found.add(SIGNS[sign] ?? sign);
  for (const word of text.toLowerCase().match(/per cent|\p{L}+/gu) ?? []) {
    const [unit, ten] = [UNITS.indexOf(word), TENS.indexOf(word)];
    // "one" is rarely an amount.
    if (unit >= 0 && unit !== 1) found.add(String(unit));
    else if (ten >= 0) found.add(String((ten + 2) * 10));
    else if (SCALES.has(word)) found.add(word);
    else if (ORDINALS[word]) found.add(ORDINALS[word]);
    else if (CURRENCIES[word]) found.add(CURRENCIES[word]);
  }
  return found;
}
