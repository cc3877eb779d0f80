import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/check-in/',
  html: { cspNonce: '__CSP_NONCE__' },
  // The libraries are read from their source: what of them is not used is not shipped.
  resolve: { conditions: ['@attune/source', ...defaultClientConditions] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: process.env['CHECK_IN_OUT'] ?? 'dist',
    emptyOutDir: true,
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
  },
});
