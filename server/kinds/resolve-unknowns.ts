import { within } from '../jobs/running-calls.ts';
import { createWorker, type Worker } from '../jobs/worker.ts';
import { leasePaymentsToCheck } from '../payments/lease-payments.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { Orders } from '../providers/provider.ts';
import { resolveCreation } from './resolve-creation.ts';
import { resolveDeletion } from './resolve-deletion.ts';
import type { ResolverDeps } from './resolver-deps.ts';

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
      const leased = await leasePaymentsToCheck(deps.db, { at: deps.clock(), limit: atOnce, leaseMs });
      // A provider that does not answer holds up nobody else: its call goes on beside the next ones.
      await Promise.allSettled(
        leased.map(({ payment, order }) =>
          within(deps.calls.track(resolve(deps, payment.kind, payment, order)), leaseMs),
        ),
      );
      return leased.length;
    },
  });
}

async function resolve<K extends PaymentKind>(
  deps: ResolverDeps,
  kind: K,
  payment: Payment,
  order: unknown,
): Promise<void> {
  const port = deps.accounts.get(payment.environment, payment.provider)?.ports[kind];
  if (!port) return;
  if (payment.status === 'creating' && isOrder(kind, order))
    await resolveCreation<K>(deps, deps.kinds[kind], port, payment, order);
  else if (payment.deletingSince) await resolveDeletion(deps, port, payment, payment.deletingSince);
}

/** The order is our own JSON from the intent (open-intent.ts), and of its payment's kind; what it was made of was checked then. */
function isOrder<K extends PaymentKind>(_kind: K, order: unknown): order is Orders[K] {
  return typeof order === 'object' && order !== null && 'reference' in order;
}
