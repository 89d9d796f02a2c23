// Runs command lines one after another in one process, as dist/cli.js does: starting a process takes longer than most
// commands. Receives { args, cwd, env } and sends { code, stdout, stderr }.
import { run } from '../../dist/cli/program.js';

const here = process.cwd();
const output = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr']) {
  process[name].write = (chunk, encoding, done) => {
    output[name] += Buffer.from(chunk).toString('utf8');
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
}

process.on('message', async ({ args, cwd, env }) => {
  process.chdir(cwd ?? here);
  process.env = env;
  Object.assign(output, { stdout: '', stderr: '' });
  const code = await run(args);
  process.send?.({ code, ...output });
});
