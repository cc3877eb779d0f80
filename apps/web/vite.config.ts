import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { configPath, expandMacros } from '../../.config/lingui-macro.mjs';

const macros: Plugin = {
  name: 'attune-lingui-macros',
  enforce: 'pre',
  transform(code, id) {
    return /\.tsx?$/.test(id) ? expandMacros(code, id, this.environment.config.isProduction) : undefined;
  },
};
const catalogues = lingui({
  configPath,
  failOnCompileError: true,
});

/** Beside each script and style as small as it gets: packed once, where the gateway packs in haste each time. */
const packed: Plugin = {
  name: 'attune-packed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const texts = Object.values(bundle).filter(({ fileName }) => /\.(js|css)$/.test(fileName));
    await Promise.all(
      texts.map(async (file) => {
        const text = file.type === 'chunk' ? file.code : file.source;
        await writeFile(join(dir, `${file.fileName}.br`), await promisify(brotliCompress)(text));
      }),
    );
  },
};

/** Every class of Mantine that a script speaks of has its styles: `src/mantine.css` names those of each component. */
const styled: Plugin = {
  name: 'attune-styled',
  apply: 'build',
  async generateBundle(_, bundle) {
    const classes = (text: string) => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));
    const all = classes(
      await readFile(createRequire(import.meta.url).resolve('@mantine/core/styles.css'), 'utf8'),
    );
    const files = Object.values(bundle);
    const there = classes(files.map((file) => (file.type === 'asset' ? String(file.source) : '')).join());
    const used = classes(files.map((file) => (file.type === 'chunk' ? file.code : '')).join());
    const missing = [...used].filter((name) => all.has(name) && !there.has(name));
    if (missing.length > 0) this.error(`src/mantine.css lacks the styles of: ${missing.join(', ')}`);
  },
};

export default defineConfig({
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [macros, catalogues, react(), styled, packed],
  // Without these targets light-dark() is lowered to variables that nobody sets.
  build: {
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    chunkSizeWarningLimit: 900,
    // What every page needs comes in one file: each file is a round trip on a phone.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'app', tags: ['$initial'] }],
        },
      },
    },
  },
});
