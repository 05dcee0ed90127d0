import type { Twin } from '../twin.ts';
import type { Charge } from './charge.ts';
import { keepCharge } from './keep-charge.ts';

/**
 * Moves a charge's history so that it was created at `createdAt`: what has happened moves along, what is still to come
 * (expiry of a living charge, settlement of a fresh payment) stays where it is. Callbacks that went out keep their times.
 */
export function backdateCharge(twin: Twin, charge: Charge, createdAt: string): Charge {
  const byMs = Date.parse(createdAt) - Date.parse(charge.createdAt);
  const now = twin.clock.now();
  const move = (at: string) => (new Date(at) <= now ? new Date(Date.parse(at) + byMs).toISOString() : at);
  const { choice, payment } = charge;
  return keepCharge(twin, {
    ...charge,
    createdAt: move(charge.createdAt),
    updatedAt: move(charge.updatedAt),
    expiresAt: move(charge.expiresAt),
    choice: choice && { ...choice, chosenAt: move(choice.chosenAt), lapsesAt: move(choice.lapsesAt) },
    payment: payment && {
      ...payment,
      paidAt: move(payment.paidAt),
      settlesAt: move(payment.settlesAt),
      settledAt: payment.settledAt && move(payment.settledAt),
    },
  });
}
