import { linkView } from '../features/links/link-view.ts';
import { oneTimeView } from '../features/one-time/one-time-view.ts';
import { routingView } from '../features/routings/routing-view.ts';
import type { KindViews } from '../payments/kind-views.tsx';

/** Every kind of payment that the console knows. */
export const kindViews: KindViews = { link: linkView, routing: routingView, 'one-time': oneTimeView };
