import './mantine.css';
import './web.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createTheme, MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem, isRefused } from './api/http.ts';
import { sessionQuery } from './api/session.ts';
import { languageOf, speak } from './language/language.ts';
import { messages as english } from './language/texts/en.po';
import { createAppRouter } from './router.tsx';
import { onCaughtError } from './shell/caught.ts';

// The page's own nonce, for the styles that Mantine and its scroll lock add at run time.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

/** A session that has ended shows the way back in, wherever it was noticed. */
const onError = (error: Error) => {
  if (error instanceof ApiProblem && error.status === 401) queries.setQueryData(sessionQuery.queryKey, null);
};
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // Without a connection a request fails and says so, instead of waiting in silence.
    queries: { networkMode: 'always', retry: (count, error) => count < 2 && !isRefused(error) },
    mutations: { networkMode: 'always' },
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

await speak(languageOf(localStorage, navigator.languages), english);
const root = document.getElementById('root');
if (root) {
  // In slices, so that a slow phone stays awake meanwhile.
  startTransition(() => {
    createRoot(root, { onCaughtError }).render(
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
            <QueryClientProvider client={queries}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </MantineProvider>
        </I18nProvider>
      </StrictMode>,
    );
  });
}
