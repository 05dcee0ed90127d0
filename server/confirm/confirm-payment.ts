import { heedAnswer } from '../budgets/heed-answer.ts';
import type { Db } from '../db/db.ts';
import { isOlder } from '../kinds/older-payment.ts';
import { providerTitles } from '../kinds/provider-problem.ts';
import { handleOf, observeRead } from '../kinds/read-at-provider.ts';
import { wasNeverCreated } from '../payments/belief.ts';
import { findByReference } from '../payments/find-payment.ts';
import { postponeConfirmation } from '../payments/lease-payments.ts';
import { observe } from '../payments/observe.ts';
import type { Payment } from '../payments/payment.ts';
import { silent } from '../payments/statement.ts';
import type { Accounts } from '../providers/accounts.ts';
import type { Absent, Answer, ProviderFailure } from '../providers/provider.ts';
import { nextLookAt } from './confirm-schedule.ts';

export interface ConfirmDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
  config: { readsPerMinute: number };
}

/**
 * Asks the provider about a leased payment of which an unsigned callback claims something. What it says goes the way of any
 * read, and decides about the claim there (payments/claims.ts); when it can't be asked, nothing is denied and it is asked
 * again later.
 */
export async function confirmPayment(deps: ConfirmDeps, payment: Payment): Promise<void> {
  const { db, accounts, clock } = deps;
  const port = accounts.get(payment.environment, payment.provider)?.ports[payment.kind];
  if (!port) return;
  const askedAt = clock();
  const answer = await port.read(handleOf(payment));
  const at = clock();
  await heedAnswer(deps, payment, answer, at);
  // What kept a whole account from answering is no reason to ask about this payment more rarely afterwards.
  const isAboutAccount = answer.kind === 'unavailable' && answer.isAboutAccount;
  const attempts = payment.confirmAttempts + (isAboutAccount ? 0 : 1);
  await db.tx(async (tx) => {
    // Locks the row before it is observed, which clears it when nothing is open any more.
    await postponeConfirmation(tx, payment, { attempts, until: nextLookAt(at, attempts) });
    await writeDown(tx, payment, answer, askedAt, at);
  });
}

/** What the provider shows of another payment is no word about ours, but that it has none. */
async function writeDown(
  tx: Db,
  payment: Payment,
  answer: Answer | Absent | ProviderFailure,
  askedAt: Date,
  at: Date,
): Promise<void> {
  if (answer.kind !== 'answer' || !(await isForeign(tx, payment, answer))) {
    await observeRead(tx, payment, answer, { askedAt, at });
    return;
  }
  const deviations = [`${providerTitles[payment.provider]} shows another payment under this reference.`];
  const statement = { ...silent, isAbsent: true as const };
  await observe(tx, payment.id, { source: 'read', askedAt, statement, raw: answer.raw, deviations }, at);
}

/**
 * A payment that never came to be has nothing but its reference, which may stand for an older payment of another program by
 * now, or for the next attempt of ours.
 */
async function isForeign(tx: Db, payment: Payment, { statement }: Answer): Promise<boolean> {
  if (!wasNeverCreated(payment)) return false;
  const { environment, provider, kind, reference } = payment;
  const holder = await findByReference(tx, environment, provider, kind, reference);
  return isOlder(statement, payment) || (holder !== null && holder.id !== payment.id);
}
