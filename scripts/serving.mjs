// Starts the built program on a database that keeps nothing, with the seeds, on a free port.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** The system's browser, or the one that CHROMIUM names. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Serves while `work` runs, which gets the address: http://127.0.0.1:4711. */
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
    throw new Error('the server ended without an address');
  } finally {
    child.kill('SIGTERM');
  }
}
