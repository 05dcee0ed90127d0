import { type Query, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { applyLiveCallback } from '../api/apply-live-callback.ts';
import { applyLivePayment } from '../api/apply-live-payment.ts';
import type { CallbackRow } from '../api/callbacks.ts';
import { type EnvironmentName, keys } from '../api/keys.ts';
import { type LiveState, openLive } from '../api/live.ts';
import type { PaymentRow } from '../api/payments.ts';

interface Live {
  state: LiveState;
  /** Since when changes may have been missed; null while none are. */
  lostAt: number | null;
  /** The rows that were heard of lately, by id, each as it was last said to be. */
  heard: ReadonlyMap<string, PaymentRow>;
  heardCallbacks: ReadonlyMap<string, HeardCallback>;
}

/** A callback as it was last said to be, and when that was heard, in ms. */
export interface HeardCallback extends CallbackRow {
  heardAt: number;
}

const quiet: Live = { state: 'connecting', lostAt: null, heard: new Map(), heardCallbacks: new Map() };
const LiveContext = createContext<Live>(quiet);

/** Totals and the overview are sums over many rows: they follow the rows at most this often. */
const TOTALS_PAUSE_MS = 4_000;
const MOST_HEARD = 200;

function withHeard<Row extends { id: string }>(heard: ReadonlyMap<string, Row>, row: Row): ReadonlyMap<string, Row> {
  return new Map([...heard, [row.id, row] as const].slice(-MOST_HEARD));
}

const hasFailed = (query: Query) => query.state.status === 'error';

/** Keeps what is shown of an environment up to date while a person looks at it. */
export function LiveProvider({ environment, children }: { environment: EnvironmentName | null; children: ReactNode }) {
  const queryClient = useQueryClient();
  const [live, setLive] = useState(quiet);
  useEffect(() => {
    if (!environment) return;
    setLive(quiet);
    let totalsTimer: ReturnType<typeof setTimeout> | undefined;
    const refreshTotals = () => {
      totalsTimer ??= setTimeout(() => {
        totalsTimer = undefined;
        void queryClient.invalidateQueries({ queryKey: keys.allPaymentTotals(environment) });
        void queryClient.invalidateQueries({ queryKey: keys.overview(environment) });
        void queryClient.invalidateQueries({ queryKey: keys.callbackHealth(environment) });
      }, TOTALS_PAUSE_MS);
    };
    const close = openLive(environment, {
      onPayment: (row) => {
        applyLivePayment(queryClient, environment, row);
        refreshTotals();
        setLive((before) => ({ ...before, heard: withHeard(before.heard, row) }));
      },
      onCallback: (row) => {
        const heardAt = Date.now();
        applyLiveCallback(queryClient, environment, row);
        refreshTotals();
        setLive((before) => ({ ...before, heardCallbacks: withHeard(before.heardCallbacks, { ...row, heardAt }) }));
      },
      onReset: () => {
        void queryClient.invalidateQueries({ queryKey: keys.payments(environment) });
        void queryClient.invalidateQueries({ queryKey: keys.callbacks(environment) });
      },
      onState: (state) => {
        setLive((before) => ({ ...before, state, lostAt: state === 'lost' ? (before.lostAt ?? Date.now()) : null }));
        // The server is there again, so what failed meanwhile is worth another try.
        if (state === 'live') void queryClient.refetchQueries({ type: 'active', predicate: hasFailed });
      },
      onRefused: () => void queryClient.invalidateQueries({ queryKey: keys.session }),
    });
    return () => {
      clearTimeout(totalsTimer);
      close();
    };
  }, [environment, queryClient]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** What is known of the live connection, and what it said. */
export function useLive(): Live {
  return use(LiveContext);
}
