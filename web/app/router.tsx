import type { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { createBrowserRouter, type LoaderFunctionArgs, redirect } from 'react-router';
import { api, unwrap } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { sessionQuery } from '../api/session.ts';
import { LinksPage } from '../features/links/links-page.tsx';
import { FirstEnvironment, KnownEnvironment } from './environment-routes.tsx';
import { ErrorPage, PartError } from './error-page.tsx';
import { Layout } from './layout.tsx';
import { LayoutSkeleton } from './layout-skeleton.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { paths, placeAfterSignIn } from './paths.ts';

// The list is what most visits begin with, so it alone is part of the first script; all else loads when it is needed.
const loadLinkPanel = () => import('../features/links/link-panel/link-panel.tsx');
const LinkPanel = lazy(async () => ({ default: (await loadLinkPanel()).LinkPanel }));
const CreateLinkPage = lazy(async () => ({
  default: (await import('../features/links/create-link/create-link-page.tsx')).CreateLinkPage,
}));

const PRELOAD_AFTER_MS = 2_000;

/** Lets only signed-in people in, and remembers for everybody else where they wanted to go. */
async function requireSession(queryClient: QueryClient, { request }: LoaderFunctionArgs) {
  try {
    await queryClient.ensureQueryData(sessionQuery);
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.type !== 'not-signed-in') throw error;
    const { pathname, search } = new URL(request.url);
    throw redirect(paths.signIn(pathname + search));
  }
}

/** Fetches what most visits need next, once the browser has had time for the list itself. */
export function preloadPages(): void {
  setTimeout(() => void loadLinkPanel().catch(() => undefined), PRELOAD_AFTER_MS);
}

/**
 * Nobody needs to sign in twice. Whatever keeps us from knowing, the form can be shown. The cache is not asked: who comes
 * here because a session has ended still has it there.
 */
async function skipWhenSignedIn({ request }: LoaderFunctionArgs) {
  const session = await unwrap(api.GET('/api/session')).catch(() => null);
  return session ? redirect(placeAfterSignIn(new URL(request.url).search)) : null;
}

export function createRouter(queryClient: QueryClient) {
  return createBrowserRouter([
    {
      path: '/sign-in',
      loader: skipWhenSignedIn,
      lazy: async () => ({ Component: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage }),
      HydrateFallback: LayoutSkeleton,
      ErrorBoundary: ErrorPage,
    },
    {
      path: '/',
      loader: (args) => requireSession(queryClient, args),
      shouldRevalidate: () => false,
      Component: Layout,
      HydrateFallback: LayoutSkeleton,
      ErrorBoundary: ErrorPage,
      children: [
        { index: true, Component: FirstEnvironment },
        {
          path: ':environment',
          Component: KnownEnvironment,
          ErrorBoundary: ErrorPage,
          children: [
            { path: 'links/new', Component: CreateLinkPage },
            {
              path: 'links',
              Component: LinksPage,
              children: [{ path: ':id', Component: LinkPanel, ErrorBoundary: PartError }],
            },
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ]);
}
