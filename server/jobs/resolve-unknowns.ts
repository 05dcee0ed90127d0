import { claimPaymentsToCheck } from '../payments/claim-payments.ts';
import type { Payment } from '../payments/payment.ts';
import type { LinkOrder } from '../providers/provider.ts';
import { resolveCreation } from './resolve-creation.ts';
import { resolveDeletion } from './resolve-deletion.ts';
import type { ResolverDeps } from './resolver-deps.ts';
import { within } from './running-calls.ts';
import { createWorker, type Worker } from './worker.ts';

const everyMs = 1_000;
const atOnce = 10;
/** Two resolvers at one payment would do no harm, only ask twice; a killed one's payments come back after this. */
const leaseMs = 30_000;

/**
 * The worker that finds out what became of creations and deletions whose outcome is not known: answers that were lost,
 * and intents of a server that was killed. Several replicas share the work through leases.
 */
export function createResolver(deps: ResolverDeps): Worker {
  return createWorker({
    name: 'resolve-unknowns',
    everyMs,
    log: deps.log,
    async doSome() {
      const claimed = await claimPaymentsToCheck(deps.db, { at: deps.clock(), limit: atOnce, leaseMs });
      // A provider that does not answer holds up nobody else: its call goes on beside the next ones.
      await Promise.allSettled(
        claimed.map(({ payment, order }) => within(deps.calls.track(resolve(deps, payment, order)), leaseMs)),
      );
      return claimed.length;
    },
  });
}

async function resolve(deps: ResolverDeps, payment: Payment, order: unknown): Promise<void> {
  const account = deps.accounts.get(payment.environment, payment.provider);
  if (!account) return;
  if (payment.status === 'creating' && isLinkOrder(order)) await resolveCreation(deps, account.links, payment, order);
  else if (payment.deletingSince) await resolveDeletion(deps, account.links, payment, payment.deletingSince);
}

/** The order is our own JSON from the intent (open-intent.ts); what it was made of was checked then. */
function isLinkOrder(order: unknown): order is LinkOrder {
  return typeof order === 'object' && order !== null && 'provider' in order && 'reference' in order;
}
