import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { keys } from '../../api/keys.ts';
import { paymentPageQuery } from '../../api/payments.ts';
import { useLive } from '../../app/live-provider.tsx';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { ListFrame } from '../../table/list-frame.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import type { ListView } from '../kind-view.ts';
import { countArrived } from './count-arrived.ts';
import { ListActs } from './list-acts.tsx';
import { PanelPlaceholder } from './panel-placeholder.tsx';
import { PaymentTotals } from './payment-totals.tsx';
import { PaymentsTable } from './payments-table.tsx';
import { usePaymentSearch } from './use-payment-search.ts';

/** A list of payments, and beside it the open one. */
export function PaymentsPage({ view }: { view: ListView }) {
  const { common, lists } = useWords();
  const { title } = lists[view.place];
  const { name: environment } = useEnvironment();
  const { search, asked, change } = usePaymentSearch(view.kind);
  const { id: openId = null } = useParams();
  const navigate = useNavigate();
  const { search: query } = useLocation();
  const queryClient = useQueryClient();
  const page = useQuery(paymentPageQuery(environment, asked));
  const arrivedCount = countArrived(useLive().heard.values(), page.data, asked);

  useShortcut('Escape', () => openId !== null && navigate(paths.list(environment, view.place, query)));

  const showArrived = () => {
    change({ cursor: undefined });
    void queryClient.invalidateQueries({ queryKey: keys.paymentPages(environment) });
  };

  return (
    <ListFrame
      pageTitle={`${title} · ${common.environmentTitles[environment]} · Tautan`}
      title={title}
      head={
        <>
          <PaymentTotals environment={environment} place={view.place} search={asked} />
          <ListActs view={view} search={asked} arrivedCount={arrivedCount} onShowArrived={showArrived} />
        </>
      }
      filters={<FilterBar offered={view.filters} search={search} onChange={change} />}
      openId={openId}
      beside={
        <Suspense fallback={<PanelPlaceholder />}>
          <Outlet context={view} />
        </Suspense>
      }
    >
      <PaymentsTable view={view} page={page} search={search} onChange={change} openId={openId} />
    </ListFrame>
  );
}
