import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

// After the page is built: the worker keeps what is there now.
const assets = readdirSync('dist/assets').sort();
const build = createHash('sha256')
  .update(readFileSync('dist/index.html'))
  .update(assets.join())
  .digest('hex');

export default defineConfig({
  define: {
    BUILT_FILES: JSON.stringify(assets.map((each) => `/check-in/assets/${each}`)),
    BUILD: JSON.stringify(build.slice(0, 12)),
  },
  build: {
    emptyOutDir: false,
    lib: { entry: 'src/offline/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
  },
});
