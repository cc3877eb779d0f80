import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const outDir = process.env['CHECK_IN_OUT'] ?? 'dist';
// After the page is built: the worker keeps what is there now.
const all = readdirSync(`${outDir}/assets`).sort();
// Letters are fetched by those who need them.
const assets = all.filter((each) => /\.(js|css)$/.test(each));
const build = createHash('sha256')
  .update(readFileSync(`${outDir}/index.html`))
  .update(all.join())
  .digest('hex');

export default defineConfig({
  define: {
    BUILT_FILES: JSON.stringify(assets.map((each) => `/check-in/assets/${each}`)),
    BUILD: JSON.stringify(build.slice(0, 12)),
  },
  build: {
    outDir,
    emptyOutDir: false,
    lib: { entry: 'src/offline/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
  },
});
