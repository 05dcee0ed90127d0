import { believe } from '../payments/believe.ts';
import type { Payment } from '../payments/payment.ts';
import { origin } from './arbitrary-facts.ts';

/** A REM link that nobody has said anything of, in no database, with what is given instead. */
export function makePayment(change: Partial<Payment> = {}): Payment {
  return {
    id: 'pay_1',
    environment: 'sandbox',
    kind: 'link',
    provider: 'rem',
    reference: origin.reference,
    ...believe(origin, []),
    imported: false,
    createdBy: null,
    createdByName: null,
    deletingSince: null,
    checkAfter: null,
    checkAttempts: 0,
    simulatedAt: null,
    calledBackAt: null,
    contradictedAt: null,
    claimedAt: null,
    confirmAfter: null,
    confirmAttempts: 0,
    sweepAfter: null,
    version: 1,
    updatedAt: origin.createdAt,
    ...change,
  };
}
