import { expect, test } from 'vitest';
import { checkFolder } from '../../src/import/import.ts';
import { formatProblem } from '../../src/text/problem.ts';
import { datasetFolder, type FileChange } from '../support/dataset-folder.ts';

const TUNNEL = 'articles/100-harbour-tunnel.yaml';
const AMOUNT =
  '"amount" is not an amount: write digits without separators, as in 1000 or -2.5 (at most 35, and 30 after the point)';

const cases: readonly [name: string, changes: Readonly<Record<string, FileChange>>, problems: readonly string[]][] = [
  [
    'a month instead of a day',
    { 'events.yaml': ['date: 2031-03-04', 'date: 2032-02'] },
    ['events.yaml:5:17: "date" is a month, not a day: write earliest: 2032-02-01 and latest: 2032-02-29'],
  ],
  [
    'a year instead of a day',
    { 'events.yaml': ['date: 2031-03-04', 'date: 2031'] },
    ['events.yaml:5:17: "date" is a year, not a day: write earliest: 2031-01-01 and latest: 2031-12-31'],
  ],
  [
    'months instead of the ends of a range',
    { [TUNNEL]: ['earliest: 2031-03-04, latest: 2031-03-06', 'earliest: 2031-03, latest: "2031-04"'] },
    [
      'articles/100-harbour-tunnel.yaml:12:22: "earliest" is a month, not a day: write 2031-03-01',
      'articles/100-harbour-tunnel.yaml:12:39: "latest" is a month, not a day: write 2031-04-30',
    ],
  ],
  [
    'a day with a time',
    { 'events.yaml': ['date: 2031-03-04', 'date: 2031-03-04T09:15:00Z'] },
    ['events.yaml:5:17: "date" is not a valid date: write YYYY-MM-DD'],
  ],
  [
    'a name that YAML reads as null',
    { 'people.yaml': ['name: Ada Quist', 'name: Null'] },
    [
      'people.yaml:2:20: "name" is empty, because YAML reads Null as no value: put it in quotation marks if it is a text, or remove it',
    ],
  ],
  [
    'a slug that YAML reads as a number, in a register and in a list',
    { 'people.yaml': ['[i-brandt]', '[1e3]'], 'events.yaml': ['bay-plan]', '007]'] },
    [
      'events.yaml:6:31: YAML reads this as the number 7: write 7, or put a text in quotation marks',
      'people.yaml:3:100: entry 1 of "formerSlugs" must be a text, not a number: put it in quotation marks',
    ],
  ],
  [
    'an amount with commas',
    { [TUNNEL]: ['amount: 40000000', 'amount: "40,000,000"'] },
    [`articles/100-harbour-tunnel.yaml:104:93: ${AMOUNT}`],
  ],
  [
    'an amount with underscores',
    { [TUNNEL]: ['amount: 40000000', 'amount: 40_000_000'] },
    [`articles/100-harbour-tunnel.yaml:104:93: ${AMOUNT}`],
  ],
  [
    'an amount that is not finite',
    { [TUNNEL]: ['amount: 40000000', 'amount: .nan'] },
    [`articles/100-harbour-tunnel.yaml:104:93: ${AMOUNT}`],
  ],
  [
    'an amount with too many digits after the point',
    { [TUNNEL]: ['amount: 40000000', 'amount: 1e-31'] },
    [`articles/100-harbour-tunnel.yaml:104:93: ${AMOUNT}`],
  ],
  [
    'an amount that YAML would round',
    { [TUNNEL]: ['amount: 40000000', 'amount: 90071992547409.123456'] },
    [
      'articles/100-harbour-tunnel.yaml:104:93: YAML reads this number as 90071992547409.12: put it in quotation marks to keep all its digits',
    ],
  ],
  [
    'a whole amount above 2^53',
    { [TUNNEL]: ['amount: 40000000', 'amount: 9007199254740994'] },
    ['articles/100-harbour-tunnel.yaml:104:93: "amount" has more than 15 digits: put it in quotation marks'],
  ],
  [
    'a range whose ends differ in the 20th digit',
    {
      [TUNNEL]: [
        'amount: 4000000, amountTo: "4000000.50"',
        'amount: "90071992547409.123456", amountTo: "90071992547409.123455"',
      ],
    },
    ['articles/100-harbour-tunnel.yaml:105:110: the upper end of the range is below the lower end'],
  ],
  [
    'an amount that is not a number',
    { [TUNNEL]: ['amount: 40000000', 'amount: a lot'] },
    [`articles/100-harbour-tunnel.yaml:104:93: ${AMOUNT}`],
  ],
];

test.each(cases)('%s is reported with what is accepted', async (_, changes, expected) => {
  const dir = datasetFolder(changes);
  const { problems } = await checkFolder(dir);
  expect(problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, ''))).toEqual(expected);
});

test.each(['1e3', '1.5e-7', '0.5', '90071992547409.1', '"90071992547409.123456"'])(
  'the amount %s is accepted',
  async (amount) => {
    const { problems } = await checkFolder(datasetFolder({ [TUNNEL]: ['amount: 40000000', `amount: ${amount}`] }));
    expect(problems).toEqual([]);
  },
);
