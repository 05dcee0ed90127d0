import type { Charge, ChargeStatus } from '../../sandbox/charges/charge.ts';
import type { Evidence, LedgerRow } from './evidence.ts';

/** Our word for what the twin knows, when all time is over. */
const statusWords: Record<ChargeStatus, LedgerRow['status']> = {
  created: 'open',
  waiting_payment: 'awaiting_payment',
  processing: 'processing',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
  closed: 'deleted',
};

/** Fazz never says how much was paid: what was asked for. */
const paidIdr = ({ provider, order, payment }: Charge): number | null =>
  payment && (provider === 'fazz' ? order.amountIdr : payment.paidAmountIdr);

const nameOf = ({ provider, kind, reference }: Pick<Charge, 'provider' | 'kind' | 'reference'>) =>
  `${provider} ${kind} ${reference}`;

/** The ledger and the twin agree on every payment: which there are, how they stand, and what was paid. */
export function checkPayments({ payments, charges }: Pick<Evidence, 'payments' | 'charges'>): string[] {
  const known = new Map(charges.map((charge) => [nameOf(charge), charge]));
  const named = new Set(payments.map(nameOf));
  return [
    ...charges
      .filter((charge) => !named.has(nameOf(charge)))
      .map((charge) => `${nameOf(charge)} is not in the ledger.`),
    ...payments.flatMap((payment) => {
      const charge = known.get(nameOf(payment));
      const ours = tell(payment.status, payment.settlement, payment.paidAmountIdr);
      const theirs = charge ? tellCharge(charge) : tell('failed', 'none', null);
      const there = charge ? `is ${theirs} at the twin` : 'does not exist at the twin';
      return ours === theirs ? [] : [`${nameOf(payment)} (${payment.id}) is ${ours} in the ledger and ${there}.`];
    }),
  ];
}

function tellCharge(charge: Charge): string {
  const settlement = charge.settlement === 'success' ? 'settled' : charge.settlement;
  return tell(statusWords[charge.status], settlement, paidIdr(charge));
}

const tell = (status: string, settlement: string, paid: number | null) =>
  `${status}, settlement ${settlement}, ${paid === null ? 'nothing paid' : `Rp ${paid} paid`}`;

/** The sums that the console shows are those of the twin. */
export function checkTotals({
  totals,
  payments,
  charges,
}: Pick<Evidence, 'totals' | 'payments' | 'charges'>): string[] {
  return totals.flatMap(({ provider, kind, count, paidCount, paidAmountIdr }) => {
    const isOwn = (one: Pick<Charge, 'provider' | 'kind'>) => one.provider === provider && one.kind === kind;
    const paid = charges.filter((charge) => isOwn(charge) && charge.status === 'paid');
    const sumIdr = paid.reduce((sum, charge) => sum + (paidIdr(charge) ?? 0), 0);
    const shown = `${count} payments, ${paidCount} paid, Rp ${paidAmountIdr}`;
    const expected = `${payments.filter(isOwn).length} payments, ${paid.length} paid, Rp ${sumIdr}`;
    return shown === expected ? [] : [`The totals of ${provider} ${kind} are ${shown}; they should be ${expected}.`];
  });
}
