import { button, heading, type Screen } from './screen.ts';

/** Pages of their own: the response codes, and imports by date. */
export const pageScreens: Screen[] = [
  {
    name: 'codes',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go('/sandbox/codes#duplicate_reference');
      await heading(page, words.codes.title).waitFor();
    },
  },
  {
    name: 'codes-none-match',
    viewer: 'finance',
    async show({ go, page, words }) {
      await go('/sandbox/codes');
      await page
        .getByRole('searchbox', { name: words.codes.search })
        .or(page.getByRole('textbox', { name: words.codes.search }))
        .fill('777');
      await page.getByText(words.codes.nothing('777')).waitFor();
    },
  },
  {
    name: 'imports',
    viewer: 'finance',
    async show({ go, page, words }) {
      const run = { provider: 'fazz', from: '2026-11-01', to: '2026-11-20', startedBy: 'Rani Wijaya', problem: null };
      const counts = { seenCount: 5321, importedCount: 5210, knownCount: 111, startedAt: '2026-11-20T07:02:09.000Z' };
      const items = [
        { ...run, ...counts, id: 'run_00000000000000000000000002', state: 'running', progress: 0.42, endedAt: null },
        {
          ...run,
          ...counts,
          id: 'run_00000000000000000000000001',
          state: 'stopped',
          progress: 0.8,
          problem: 'Fazz could not list its payments: it answered 503.',
          endedAt: '2026-11-20T06:40:00.000Z',
        },
      ];
      await page.route('**/import-runs', (route) => route.fulfill({ json: { items } }));
      await go('/sandbox/imports');
      await button(page, words.imports.cancel).waitFor();
    },
  },
];
