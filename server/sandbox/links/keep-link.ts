import { sendCallback } from '../callbacks/send-callback.ts';
import type { Twin } from '../twin.ts';
import type { Link } from './link.ts';
import { expired, lapsed, mayHappen, settled } from './transitions.ts';

/** Stores a link and puts what time will do to it on the clock. Every change of a link ends here. */
export function keepLink(twin: Twin, link: Link): Link {
  twin.store.putLink(link);
  scheduleLink(twin, link);
  return link;
}

/** Puts expiry, the end of a chosen method and settlement on the clock, or takes off what can no longer happen. */
export function scheduleLink(twin: Twin, link: Link): void {
  const plan = (
    event: 'expire' | 'lapse' | 'settle',
    at: string | undefined,
    run: (link: Link, at: string) => void,
  ) => {
    const key = `${event}:${link.id}`;
    if (!at || !mayHappen(link, event)) return twin.clock.cancel(key);
    twin.clock.schedule(key, at, (dueAt) => {
      const present = twin.store.link(link.id);
      if (present && mayHappen(present, event)) run(present, dueAt);
    });
  };
  plan('lapse', link.choice?.lapsesAt, (present, at) => keepLink(twin, lapsed(present, at)));
  plan('expire', link.expiresAt, (present, at) => keepLink(twin, expired(present, at)));
  plan('settle', link.payment?.settlesAt, (present, at) => settleLink(twin, present, at));
}

/** The money reaches the merchant's balance: the second of the two callbacks. */
export function settleLink(twin: Twin, link: Link, at: string): Link {
  const next = keepLink(twin, settled(link, at));
  sendCallback(twin, next, 'settlement');
  return next;
}
