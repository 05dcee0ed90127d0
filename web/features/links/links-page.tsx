import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { keys } from '../../api/keys.ts';
import { linkPageQuery } from '../../api/links.ts';
import { useLive } from '../../app/live-provider.tsx';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { ArrowUpIcon } from '../../ui/icons.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import { countArrived } from './count-arrived.ts';
import { FilterBar } from './filter-bar.tsx';
import { LinkTotals } from './link-totals.tsx';
import styles from './links-page.module.css';
import { LinksTable } from './links-table.tsx';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { useLinkSearch } from './use-link-search.ts';

/** The list of links, and beside it the open one. */
export function LinksPage() {
  const { common, links } = useWords();
  const { name: environment, may } = useEnvironment();
  const { search, change } = useLinkSearch();
  const { id: openId = null } = useParams();
  const navigate = useNavigate();
  const { search: query } = useLocation();
  const queryClient = useQueryClient();
  const page = useQuery(linkPageQuery(environment, search));
  const arrivedCount = countArrived(useLive().heard.values(), page.data, search);

  const create = () => navigate(paths.createLink(environment));
  const createRefusal = may('links.create') ? null : links.mayNotCreate;
  useShortcut('c', () => createRefusal === null && create());
  useShortcut('Escape', () => openId !== null && navigate(paths.links(environment, query)));

  const showArrived = () => {
    change({ cursor: undefined });
    void queryClient.invalidateQueries({ queryKey: keys.linkPages(environment) });
  };

  // On a phone the open link takes the place of the list, and so the focus too.
  const beside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (openId !== null && matchMedia('(max-width: 899px)').matches) beside.current?.focus();
  }, [openId]);

  return (
    <main className={`${styles.page} ${openId === null ? '' : styles.withPanel}`}>
      <title>{`${links.title} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <div className={styles.head}>
        <h1>{links.title}</h1>
        <LinkTotals environment={environment} search={search} />
        <div className={styles.acts}>
          {arrivedCount > 0 && (
            <Button icon={<ArrowUpIcon size={14} />} onClick={showArrived} aria-label={links.showArrived}>
              {links.arrived(arrivedCount)}
            </Button>
          )}
          <Button variant="primary" onClick={create} disabledReason={createRefusal} aria-keyshortcuts="c">
            {links.create}
          </Button>
        </div>
      </div>
      <div className={styles.filters}>
        <FilterBar search={search} onChange={change} />
      </div>
      <div className={styles.split}>
        <LinksTable page={page} search={search} onChange={change} openId={openId} />
        {openId !== null && (
          <div className={styles.beside} ref={beside} tabIndex={-1}>
            <Suspense fallback={<PanelSkeleton />}>
              <Outlet />
            </Suspense>
          </div>
        )}
      </div>
    </main>
  );
}
