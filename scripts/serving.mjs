// Starts the built program on an in-memory database with the seeds, on a free port.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** The path of the system's browser, or the value of CHROMIUM. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Runs `work` while the server runs, with its URL: http://127.0.0.1:4711. */
export async function whileServing(work) {
  const env = { ...process.env, ONRECORD_DATA: 'memory', PORT: '0' };
  const child = spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let output = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      output += chunk;
      const [url] = /http:\S+(?=\/graphql)/.exec(output) ?? [];
      if (url) return await work(url);
    }
    throw new Error('the server stopped without printing its URL');
  } finally {
    child.kill('SIGTERM');
  }
}
