// Takes docs/graphiql.png: GraphiQL of the built program, with a question of the library and its answer.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM, whileServing } from './serving.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

await whileServing(async (url) => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  await page.goto(`${url}/graphql`);
  await page.getByLabel('Search titles and queries').fill('loan');
  await page.getByRole('button', { name: /^Run: Who supports the reparations loan/ }).click();
  await page.locator('.graphiql-response').getByText('Baltic States').first().waitFor();
  // The highlight of a click fades.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(root, 'docs/graphiql.png') });
  await browser.close();
});
