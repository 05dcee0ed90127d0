import { createContext, type ReactNode, use } from 'react';
import type { PaymentKind } from '../api/keys.ts';
import type { KindView } from './kind-view.ts';

export type KindViews = Readonly<Record<PaymentKind, KindView>>;

const KindViewsContext = createContext<KindViews | null>(null);

/** Makes the declarations of all kinds known to the screens that show payments of any; features are below no feature, so the app hands them in. */
export function KindViewsProvider({ views, children }: { views: KindViews; children: ReactNode }) {
  return <KindViewsContext value={views}>{children}</KindViewsContext>;
}

/** The declaration of every kind. */
export function useKindViews(): KindViews {
  const views = use(KindViewsContext);
  if (!views) throw new Error('Kinds are used outside KindViewsProvider');
  return views;
}
