import { defineConfig } from 'vite';

// What browsers load: the explorer's script and style, and GraphiQL. `onrecord serve` finds them by the manifest
// and serves them itself, from `dist/assets/`, under names that change with their content.
export default defineConfig({
  root: 'src',
  base: '/assets/',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    outDir: '../dist/assets',
    assetsDir: '.',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // The notices of the libraries in these files, which must go where they go.
    license: { fileName: 'licenses.md' },
    target: 'es2023',
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries mark files for servers of React's; there is no server of that kind here.
      checks: { moduleLevelDirective: false },
      input: ['src/explorer/client.tsx', 'src/explorer/style.css', 'src/graphiql/main.tsx', 'src/graphiql/style.css'],
    },
  },
});
