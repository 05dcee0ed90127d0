import { type Query, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { applyLiveLink } from '../api/apply-live-link.ts';
import { type EnvironmentName, keys } from '../api/keys.ts';
import type { LinkRow } from '../api/links.ts';
import { type LiveState, openLive } from '../api/live.ts';

interface Live {
  state: LiveState;
  /** Since when changes may have been missed; null while none are. */
  lostAt: number | null;
  /** The rows that were heard of lately, by id, each as it was last said to be. */
  heard: ReadonlyMap<string, LinkRow>;
}

const quiet: Live = { state: 'connecting', lostAt: null, heard: new Map() };
const LiveContext = createContext<Live>(quiet);

/** Totals are sums over many rows: they follow the rows at most this often. */
const TOTALS_PAUSE_MS = 4_000;
const MOST_HEARD = 200;

function withHeard(heard: Live['heard'], row: LinkRow): Live['heard'] {
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
        void queryClient.invalidateQueries({ queryKey: keys.allLinkTotals(environment) });
      }, TOTALS_PAUSE_MS);
    };
    const close = openLive(environment, {
      onLink: (row) => {
        applyLiveLink(queryClient, environment, row);
        refreshTotals();
        setLive((before) => ({ ...before, heard: withHeard(before.heard, row) }));
      },
      onReset: () => void queryClient.invalidateQueries({ queryKey: keys.links(environment) }),
      onState: (state) => {
        setLive((before) => ({ ...before, state, lostAt: state === 'lost' ? (before.lostAt ?? Date.now()) : null }));
        // The server is there again, so what failed meanwhile is worth another try.
        if (state === 'live')
          void queryClient.refetchQueries({ queryKey: keys.links(environment), type: 'active', predicate: hasFailed });
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
