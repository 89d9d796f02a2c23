// Measures pages in a browser with Lighthouse and writes docs/page.md: the first contentful paint, the size of the
// scripts (compressed), and Lighthouse's scores. npm fetches Lighthouse when this runs; as a dependency it would be as
// large as half of the others.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CHROMIUM, whileServing } from './serving.mjs';

// The last version that runs on Node 20.
const LIGHTHOUSE = 'lighthouse@12.8.2';
const PAGES = [
  '/',
  '/stances',
  '/proposal/reparations-loan',
  '/quote/not-on-the-table-forever',
  '/person/volodymyr-zelenskyy',
  '/article/000-platinum-standard',
  '/timeline',
  '/search?q=zelenski',
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const LEAST = 0.95;
const MAX_SCRIPT = 150_000;
const FILE = 'docs/page.md';
const [BEGIN, END] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

const run = promisify(execFile);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Lighthouse's report on a URL: for a phone on a slow network, or for a `desktop`. */
async function measure(address, desktop) {
  const options = [
    '--quiet',
    '--output=json',
    `--only-categories=${CATEGORIES}`,
    '--chrome-flags=--headless --no-sandbox',
  ];
  if (desktop) options.push('--preset=desktop');
  const { stdout } = await run(
    'npm',
    ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', address, ...options],
    {
      env: { ...process.env, CHROME_PATH: CHROMIUM },
      maxBuffer: 1e8,
    },
  );
  return JSON.parse(stdout);
}

const rows = [];
const failures = [];
await whileServing(async (url) => {
  for (const path of PAGES) {
    for (const device of ['phone', 'desktop']) {
      const { audits, categories } = await measure(url + path, device === 'desktop');
      const scripts = audits['network-requests'].details.items.filter(({ resourceType }) => resourceType === 'Script');
      const script = scripts.reduce((sum, { transferSize }) => sum + transferSize, 0);
      const scores = CATEGORIES.map((name) => categories[name].score);
      const label = `${path} (${device})`;
      if (script > MAX_SCRIPT) failures.push(`${label} loads ${kilobytes(script)} of script`);
      scores.forEach((score, i) => {
        if (score < LEAST) failures.push(`${label} scores ${Math.round(score * 100)} for ${CATEGORIES[i]}`);
      });
      rows.push([
        `\`${path}\``,
        device,
        audits['first-contentful-paint'].displayValue,
        audits['largest-contentful-paint'].displayValue,
        kilobytes(script),
        kilobytes(audits['total-byte-weight'].numericValue),
        ...scores.map((score) => Math.round(score * 100)),
      ]);
      console.log(rows.at(-1).join(' | '));
    }
  }
});

const table = [
  [
    'page',
    'device',
    'first contentful paint',
    'largest contentful paint',
    'script',
    'total',
    'performance',
    'accessibility',
    'best practices',
  ],
  Array(9).fill('---'),
  ...rows,
].map((cells) => `| ${cells.join(' | ')} |`);
const text = await readFile(FILE, 'utf8');
const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]];
await writeFile(FILE, `${before}${BEGIN}\n${table.join('\n')}\n${END}${after}`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
