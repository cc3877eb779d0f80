import { defineConfig } from 'vite';

export default defineConfig({
  base: '/check-in/',
  html: { cspNonce: '__CSP_NONCE__' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { cssTarget: ['chrome123', 'safari17.5', 'firefox120'] },
});
