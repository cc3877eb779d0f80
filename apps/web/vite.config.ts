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

export default defineConfig({
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [macros, catalogues, react()],
  // Without these targets light-dark() is lowered to variables that nobody sets.
  build: { cssTarget: ['chrome123', 'safari17.5', 'firefox120'], chunkSizeWarningLimit: 900 },
});
