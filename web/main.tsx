import './ui/tokens.css';
import './ui/base.css';
// Follows the system and other tabs from the beginning, not only once the account menu has been opened.
import './ui/theme-choice.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { paths } from './app/paths.ts';
import { createQueryClient } from './app/query-client.ts';
import { createRouter, preloadPages } from './app/router.tsx';
import { loadWords, startLanguage, WordsProvider } from './words/words.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const queryClient = createQueryClient(() => {
  const { pathname, search } = location;
  if (pathname === '/sign-in') return;
  void router.navigate(paths.signIn(pathname + search), { state: { ended: true } });
});
const router = createRouter(queryClient);

const language = startLanguage();
const words = await loadWords(language);
createRoot(root).render(
  <WordsProvider language={language} words={words}>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </WordsProvider>,
);
preloadPages();
