import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react()],
  // Without these targets light-dark() is lowered to variables that nobody sets.
  build: { cssTarget: ['chrome123', 'safari17.5', 'firefox120'], chunkSizeWarningLimit: 900 },
});
