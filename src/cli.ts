#!/usr/bin/env node
// Nothing is imported before the version is checked: what follows may not even parse on an older Node.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `onrecord: this is Node ${process.versions.node}; Onrecord needs 20.19 or newer. See https://nodejs.org\n`,
  );
  process.exitCode = 1;
} else {
  // Whoever reads the output may stop reading, as `head` does: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const { run } = await import('./cli/program.ts');
  process.exitCode = await run(process.argv.slice(2));
}
