import type { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject, redirect } from 'react-router';
import { api, unwrap } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { sessionQuery } from '../api/session.ts';
import { allPaymentsView } from '../features/all-payments/all-payments-view.ts';
import type { ListView } from '../payments/kind-view.ts';
import { PaymentsPage } from '../payments/list/payments-page.tsx';
import { FirstEnvironment, KnownEnvironment } from './environment-routes.tsx';
import { ErrorPage, PartError } from './error-page.tsx';
import { kindViews } from './kind-views.ts';
import { Layout } from './layout.tsx';
import { LayoutSkeleton } from './layout-skeleton.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { paths, placeAfterSignIn } from './paths.ts';

// The list is what most visits begin with, so it alone is part of the first script; all else loads when it is needed.
// The panel's buttons all have tooltips: where their script came later, it would take a button from under the pointer.
const loadPaymentPanel = async () => {
  const [panel] = await Promise.all([
    import('../payments/panel/payment-panel.tsx'),
    import('../ui/reason-tooltip.tsx'),
  ]);
  return panel;
};
const PaymentPanel = lazy(async () => ({ default: (await loadPaymentPanel()).PaymentPanel }));
const loadOverview = () => import('../features/overview/overview-page.tsx');
const OverviewPage = lazy(async () => ({ default: (await loadOverview()).OverviewPage }));
// Where a visit begins there, its script comes while the server still says who is signed in.
if (/^\/(sandbox|staging|production)\/?$/.test(location.pathname)) void loadOverview().catch(() => undefined);
const CreateRoutingPage = lazy(async () => ({
  default: (await import('../features/routings/create/create-routing-page.tsx')).CreateRoutingPage,
}));
const CreateOneTimePage = lazy(async () => ({
  default: (await import('../features/one-time/create/create-one-time-page.tsx')).CreateOneTimePage,
}));
const CodesPage = lazy(async () => ({ default: (await import('../features/codes/codes-page.tsx')).CodesPage }));
const ImportsPage = lazy(async () => ({ default: (await import('../features/imports/imports-page.tsx')).ImportsPage }));
const CallbacksPage = lazy(async () => ({
  default: (await import('../features/callbacks/callbacks-page.tsx')).CallbacksPage,
}));
const CallbackPanel = lazy(async () => ({
  default: (await import('../features/callbacks/panel/callback-panel.tsx')).CallbackPanel,
}));
const DestinationsPage = lazy(async () => ({
  default: (await import('../features/destinations/destinations-page.tsx')).DestinationsPage,
}));
const ResendsPage = lazy(async () => ({
  default: (await import('../features/resends/resends-page.tsx')).ResendsPage,
}));
const NewResendPage = lazy(async () => ({
  default: (await import('../features/resends/new-resend-page.tsx')).NewResendPage,
}));
const ResendPage = lazy(async () => ({ default: (await import('../features/resends/resend-page.tsx')).ResendPage }));
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
  setTimeout(() => void loadPaymentPanel().catch(() => undefined), PRELOAD_AFTER_MS);
}

/**
 * Nobody needs to sign in twice. Whatever keeps us from knowing, the form can be shown. The cache is not asked: who comes
 * here because a session has ended still has it there.
 */
async function skipWhenSignedIn({ request }: LoaderFunctionArgs) {
  const session = await unwrap(api.GET('/api/session')).catch(() => null);
  return session ? redirect(placeAfterSignIn(new URL(request.url).search)) : null;
}

/** A list of payments, and the open one beside it. */
function listRoute(view: ListView): RouteObject {
  return {
    path: view.place,
    // The key, so that going from one list to another begins anew: nothing of the first stays chosen or open.
    element: <PaymentsPage key={view.place} view={view} />,
    children: [{ path: ':id', Component: PaymentPanel, ErrorBoundary: PartError }],
  };
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
            { index: true, Component: OverviewPage },
            { path: 'links/new', Component: CreateLinkPage },
            { path: 'routings/new', Component: CreateRoutingPage },
            { path: 'one-time/new', Component: CreateOneTimePage },
            { path: 'codes', Component: CodesPage },
            { path: 'imports', Component: ImportsPage },
            {
              path: 'callbacks',
              Component: CallbacksPage,
              children: [{ path: ':id', Component: CallbackPanel, ErrorBoundary: PartError }],
            },
            { path: 'destinations', Component: DestinationsPage },
            { path: 'resends', Component: ResendsPage },
            { path: 'resends/new', element: <NewResendPage of="payments" /> },
            { path: 'resends/new/callbacks', element: <NewResendPage of="callbacks" /> },
            { path: 'resends/:id', Component: ResendPage },
            ...[allPaymentsView, ...Object.values(kindViews)].map(listRoute),
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ]);
}
