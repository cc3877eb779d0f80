import { writeFile } from 'node:fs/promises';
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

export default defineConfig({
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [macros, catalogues, react(), packed],
  // Without these targets light-dark() is lowered to variables that nobody sets.
  build: { cssTarget: ['chrome123', 'safari17.5', 'firefox120'], chunkSizeWarningLimit: 900 },
});
