import { Outlet } from 'react-router';
import { KindViewsProvider } from '../payments/kind-views.tsx';
import { useWords } from '../words/words.tsx';
import { CallbackBanner } from './callback-banner.tsx';
import { EnvironmentBand } from './environment-band.tsx';
import { kindViews } from './kind-views.ts';
import styles from './layout.module.css';
import { LiveProvider } from './live-provider.tsx';
import { Navigation } from './navigation.tsx';
import { StaleBanner } from './stale-banner.tsx';
import { TopBar } from './top-bar.tsx';
import { useEnvironmentOrNone } from './use-environment.ts';

/** What stands around every page of a signed-in person. */
export function Layout() {
  const environment = useEnvironmentOrNone();
  const { common } = useWords();
  return (
    <LiveProvider environment={environment?.name ?? null}>
      <KindViewsProvider views={kindViews}>
        <div className={styles.shell}>
          <a className={styles.skip} href="#content">
            {common.skipToContent}
          </a>
          <EnvironmentBand environment={environment?.name ?? null} />
          <div className={styles.navigation}>
            <Navigation environment={environment?.name ?? null} />
          </div>
          <div className={styles.top}>
            <TopBar environment={environment} />
          </div>
          <div className={styles.announced}>
            <CallbackBanner />
          </div>
          <div className={styles.content} id="content" tabIndex={-1}>
            <Outlet />
          </div>
          <StaleBanner />
        </div>
      </KindViewsProvider>
    </LiveProvider>
  );
}
