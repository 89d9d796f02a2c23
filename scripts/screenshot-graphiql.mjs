// Writes docs/graphiql.png: GraphiQL of the built program, with a question of the library and its answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const server = spawn(process.execPath, ['dist/cli.js', 'serve'], {
  cwd: root,
  env: { ...process.env, PORT: '0', ONRECORD_DATA: 'memory' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  await page.goto(`${await addressOf(server)}/graphql`);
  await page.getByLabel('Search titles and texts').fill('loan');
  await page.getByRole('button', { name: /^Run: Who is for the reparations loan/ }).click();
  await page.locator('.graphiql-response').getByText('Baltic States').first().waitFor();
  // The marks of a click fade.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(root, 'docs/graphiql.png') });
} finally {
  await browser.close();
  server.kill('SIGTERM');
}

async function addressOf({ stdout }) {
  let said = '';
  while (!said.includes('/graphql')) said += String((await once(stdout, 'data'))[0]);
  return /http:\/\/\S+(?=\/graphql)/.exec(said)[0];
}
