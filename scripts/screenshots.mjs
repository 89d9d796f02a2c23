// Takes screenshots of six pages, light and dark, wide and on a phone, in the folder screenshots/ (which git ignores).
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { CHROMIUM, whileServing } from './serving.mjs';

const PAGES = {
  home: '/',
  stances: '/stances',
  proposal: '/proposal/reparations-loan',
  quote: '/quote/not-on-the-table-forever',
  person: '/person/volodymyr-zelenskyy',
  disagreement: '/disagreement/who-monitors-the-ceasefire',
};
const WIDTHS = { wide: 1280, phone: 390 };
const SCHEMES = ['light', 'dark'];
const FOLDER = 'screenshots';

await mkdir(FOLDER, { recursive: true });
await whileServing(async (url) => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  for (const [width, pixels] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ viewport: { width: pixels, height: 900 }, colorScheme, baseURL: url });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(PAGES)) {
        const response = await page.goto(path);
        if (!response?.ok()) throw new Error(`${path} returned ${response?.status()}`);
        const file = `${FOLDER}/${name}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
      }
      await context.close();
    }
  }
  await browser.close();
});
