import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { callbackPageQuery } from '../../api/callbacks.ts';
import { keys } from '../../api/keys.ts';
import { useLive } from '../../app/live-provider.tsx';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { filtersOf } from '../../payments/callbacks/callback-search.ts';
import acts from '../../payments/list/list-acts.module.css';
import { PanelPlaceholder } from '../../payments/list/panel-placeholder.tsx';
import { ListFrame } from '../../table/list-frame.tsx';
import { writeParams } from '../../table/search-params.ts';
import { Button } from '../../ui/button.tsx';
import { ArrowUpIcon, SendIcon } from '../../ui/icons.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import { HealthSection } from './health/health-section.tsx';
import { CallbackFilterBar } from './list/callback-filter-bar.tsx';
import { CallbacksTable } from './list/callbacks-table.tsx';
import { countArrived, mayMatchOnly } from './list/count-arrived.ts';
import { useCallbackSearch } from './list/use-callback-search.ts';

/** All callbacks of an environment, and beside the list the open one. */
export function CallbacksPage() {
  const { common, callbacks, payments, destinations, resends } = useWords();
  const { name: environment, may } = useEnvironment();
  const { search, change } = useCallbackSearch();
  const { id: openId = null } = useParams();
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const page = useQuery(callbackPageQuery(environment, search));
  const arrivedCount = countArrived(useLive().heardCallbacks.values(), page.data, search, page.dataUpdatedAt);
  useShortcut('Escape', () => openId !== null && navigate(paths.callbacks(environment, query)));

  const showArrived = () => {
    change({ cursor: undefined });
    void queryClient.invalidateQueries({ queryKey: keys.callbackPages(environment) });
  };
  return (
    <ListFrame
      pageTitle={`${callbacks.title} · ${common.environmentTitles[environment]} · Tautan`}
      title={callbacks.title}
      head={
        <div className={acts.acts}>
          {arrivedCount > 0 && (
            <Button icon={<ArrowUpIcon size={14} />} onClick={showArrived} aria-label={callbacks.showArrived}>
              {mayMatchOnly(search) ? callbacks.mayHaveArrived : payments.arrived(arrivedCount)}
            </Button>
          )}
          {may('callbacks.resend-many') && (
            <Button
              className={acts.quiet}
              icon={<SendIcon size={14} />}
              onClick={() => navigate(paths.newResendOfCallbacks(environment, writeParams(filtersOf(search))))}
            >
              {resends.fromListShort}
            </Button>
          )}
          <Button onClick={() => navigate(paths.resends(environment))}>{resends.title}</Button>
          <Button onClick={() => navigate(paths.destinations(environment))}>{destinations.title}</Button>
        </div>
      }
      above={<HealthSection environment={environment} />}
      filters={<CallbackFilterBar search={search} onChange={change} />}
      openId={openId}
      beside={
        <Suspense fallback={<PanelPlaceholder />}>
          <Outlet />
        </Suspense>
      }
    >
      <CallbacksTable page={page} search={search} onChange={change} openId={openId} />
    </ListFrame>
  );
}
