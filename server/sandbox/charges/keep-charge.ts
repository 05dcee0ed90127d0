import { callbackOccasion, laterBy, takeCourse } from '../armings.ts';
import { sendCallback } from '../callbacks/send-callback.ts';
import type { Twin } from '../twin.ts';
import type { Charge } from './charge.ts';
import { payUnasked } from './pay-charge.ts';
import { type ChargeEvent, expired, lapsed, mayHappen, settled } from './transitions.ts';

/** Stores a charge and puts what time will do to it on the clock. Every change of a charge ends here. */
export function keepCharge(twin: Twin, charge: Charge): Charge {
  twin.store.putCharge(charge);
  scheduleCharge(twin, charge);
  return charge;
}

/** Puts expiry, the end of a chosen method, settlement and unasked money on the clock, or takes off what can no longer happen. */
export function scheduleCharge(twin: Twin, charge: Charge): void {
  const plan = (event: ChargeEvent, at: string | null | undefined, run: (charge: Charge, at: string) => void) => {
    const key = `${event}:${charge.id}`;
    if (!at || !mayHappen(charge, event)) return twin.clock.cancel(key);
    twin.clock.schedule(key, at, (dueAt) => {
      const present = twin.store.charge(charge.id);
      if (present && mayHappen(present, event)) run(present, dueAt);
    });
  };
  const { payment } = charge;
  plan('lapse', charge.choice?.lapsesAt, (present, at) => keepCharge(twin, lapsed(present, at)));
  plan('expire', charge.expiresAt, (present, at) => expireCharge(twin, present, at));
  plan('settle', payment?.settlesLateAt ?? payment?.settlesAt, (present, at) => settleCharge(twin, present, at));
  plan('pay_late', charge.moneyAt, (present, at) => payUnasked(twin, present, at));
  plan('pay_again', charge.moneyAt, (present, at) => payUnasked(twin, present, at));
}

/** The time is over, or somebody says so; a scenario may have the money come all the same. */
export function expireCharge(twin: Twin, charge: Charge, at: string): Charge {
  const next = expired(charge, at);
  const late = takeCourse(twin.store, callbackOccasion(charge), ['paid_after_expiry']).get('paid_after_expiry');
  return keepCharge(twin, late ? { ...next, moneyAt: laterBy(at, late) } : next);
}

/** The money reaches the merchant's balance: the second of the two callbacks. */
export function settleCharge(twin: Twin, charge: Charge, at: string): Charge {
  const next = keepCharge(twin, settled(charge, at));
  sendCallback(twin, next, 'settlement');
  return next;
}
