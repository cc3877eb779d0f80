import '@mantine/core/styles.css';
import './web.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/http.ts';
import { createAppRouter } from './router.tsx';

// The page's own nonce, for the styles that Mantine and its scroll lock add at run time.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) =>
        count < 2 && !(error instanceof ApiProblem && error.status in { 401: 1, 403: 1, 404: 1 }),
    },
  },
});
const router = createAppRouter(queries);
const theme = createTheme({
  primaryColor: 'teal',
  // One shade for both themes: autoContrast looks at the light theme's when it chooses the label's colour.
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'md',
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
