import type { Delivery } from '../callbacks/delivery.ts';
import type { TwinProvider } from '../charges/charge.ts';
import {
  countRequests,
  filterRequests,
  type RequestCount,
  type RequestEntry,
  type RequestFilter,
} from '../http/request-log.ts';
import { createReceivers, type Receivers } from '../receiver/receivers.ts';
import type { Settings } from '../settings.ts';
import type { Twin } from '../twin.ts';
import { ControlRefusal } from './control-refusal.ts';
import { createLinkControl, type LinkControl } from './link-control.ts';
import { createScenarioControl, type ScenarioControl } from './scenario-control.ts';

export interface DeliveryFilter {
  /** A reference or an id. */
  reference?: string | undefined;
  state?: Delivery['state'] | undefined;
}

/** Everything that a tester can do to the twin; the control API and the control page do the same through it. */
export interface SandboxControl extends LinkControl, ScenarioControl {
  now(): Date;
  /** Moves the clock on and fires what falls due, callbacks included; resolves when all of it is done. */
  advance(byMs: number): Promise<Date>;
  settings(): Settings;
  configure(changes: Partial<Omit<Settings, 'callbackUrls'>>): Settings;
  /** Where a provider's callbacks go; null sends none. */
  setCallbackUrl(provider: TwinProvider, url: string | null): void;
  /** Oldest first. */
  deliveries(filter?: DeliveryFilter): Delivery[];
  /** Calls of the provider APIs that passed sign-in, oldest first; the latest 5,000. */
  requests(filter?: RequestFilter): RequestEntry[];
  countRequests(filter?: RequestFilter): RequestCount[];
  /** The merchant's own systems, to send callbacks on to. */
  receivers: Receivers;
  /** Forgets links, deliveries, calls, scenarios and what was received; settings and clock stay. */
  reset(): void;
}

export function createControl(twin: Twin): SandboxControl {
  const { clock, store } = twin;
  const receivers = createReceivers(store);
  return {
    ...createLinkControl(twin),
    ...createScenarioControl(twin),
    now: () => clock.now(),
    async advance(byMs) {
      if (!Number.isFinite(byMs) || byMs < 0) throw new ControlRefusal(400, 'the clock moves forward only');
      await clock.advance(byMs);
      return clock.now();
    },
    receivers,
    settings: () => store.settings(),
    configure(changes) {
      const { settleAfterMs } = changes;
      if (typeof settleAfterMs === 'number' && !(Number.isSafeInteger(settleAfterMs) && settleAfterMs >= 0))
        throw new ControlRefusal(400, 'settleAfterMs must be a whole number of ms');
      store.putSettings({ ...store.settings(), ...changes });
      return store.settings();
    },
    setCallbackUrl(provider, url) {
      if (url !== null && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
        throw new ControlRefusal(400, 'the callback address must be http or https');
      const settings = store.settings();
      store.putSettings({ ...settings, callbackUrls: { ...settings.callbackUrls, [provider]: url } });
    },
    deliveries: ({ reference, state } = {}) =>
      store
        .deliveries()
        .filter(
          (delivery) =>
            (!reference || delivery.reference === reference || delivery.linkId === reference) &&
            (!state || delivery.state === state),
        ),
    requests: (filter = {}) => filterRequests(store.requests(), filter),
    countRequests: (filter = {}) => countRequests(filterRequests(store.requests(), filter)),
    reset() {
      clock.clear();
      store.clear();
      receivers.clear();
    },
  };
}
