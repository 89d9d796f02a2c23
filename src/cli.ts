#!/usr/bin/env node
// Check the version before importing anything: an older Node may not even parse the other files.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `onrecord: Onrecord needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org\n`,
  );
  process.exitCode = 1;
} else {
  // The reader of a pipe may close it early, like `head`: not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const { run } = await import('./cli/program.ts');
  process.exitCode = await run(process.argv.slice(2));
}
