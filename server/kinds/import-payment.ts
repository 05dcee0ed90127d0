import { ulid } from 'ulid';
import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { within } from '../jobs/running-calls.ts';
import { insertPayment } from '../payments/intents.ts';
import { observe } from '../payments/observe.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Answer, LookUpKey, PaymentPort } from '../providers/provider.ts';
import { findExisting, findKnown } from './known-payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { portOf } from './port-of.ts';
import { presentFor } from './present-for.ts';
import { notAtProvider, providerProblem, providerTitles } from './provider-problem.ts';

export interface ImportRequest {
  environment: EnvironmentName;
  kind: PaymentKind;
  provider: ProviderName;
  /** What `value` is; without it, it may be everything. */
  by?: LookUpKey;
  /** A reference, the provider's id or a payment reference number. */
  value: string;
}

export interface ImportedPayment {
  outcome: 'imported' | 'known';
  payment: components['schemas']['Payment'];
}

/**
 * Reads a payment at its provider and adds it to the ledger, as old as its provider says. One that the ledger holds is given
 * as it is. Throws invalid-request when the provider has no such kind, provider-not-configured, not-at-provider,
 * provider-declined, provider-unreadable, provider-unavailable.
 */
export async function importPayment(deps: PaymentDeps, actor: Actor, request: ImportRequest): Promise<ImportedPayment> {
  const port = portOf(deps.accounts, request);
  const known = await findKnown(deps.db, request, request.value, request.by);
  if (known) return { outcome: 'known', payment: presentFor(deps, actor, known) };

  const answer = await readForImport(deps, port, request);
  const held = await findExisting(deps.db, request, answer.statement);
  if (held) return { outcome: 'known', payment: presentFor(deps, actor, held) };

  const { payment, isNew } = await addToLedger(deps, actor, request, answer);
  return { outcome: isNew ? 'imported' : 'known', payment: presentFor(deps, actor, payment) };
}

async function readForImport(
  { config }: PaymentDeps,
  port: Pick<PaymentPort<never>, 'lookUp'>,
  { provider, value, by }: ImportRequest,
): Promise<Answer> {
  const answer = await within(port.lookUp(value, by), config.answerWithinMs);
  if (answer === 'pending')
    throw problem('provider-unavailable', {
      detail: `${providerTitles[provider]} has not answered in time.`,
      provider,
    });
  if (answer.kind === 'answer') return answer;
  if (answer.kind === 'absent') throw notAtProvider(provider);
  if (answer.kind === 'cannot_look_up')
    throw problem('not-at-provider', {
      detail: `${providerTitles[provider]} has no way to find such a payment by what was given.`,
      provider,
    });
  throw providerProblem(provider, answer);
}

/** Payment, observation and audit entry in one transaction. Of two imports at once the later gets the first one's payment. */
async function addToLedger(
  deps: PaymentDeps,
  actor: Actor,
  { environment, kind, provider, value }: ImportRequest,
  { statement, raw, deviations }: Answer,
): Promise<{ payment: Payment; isNew: boolean }> {
  const at = deps.clock();
  return deps.db.tx(async (tx) => {
    const { payment, inserted } = await insertPayment(tx, {
      id: `pay_${ulid(at.getTime()).toLowerCase()}`,
      environment,
      kind,
      provider,
      reference: statement.reference ?? value,
      order: null,
      createdAt: at,
      createdBy: actor.staffId,
      idempotencyKey: null,
      requestDigest: null,
      checkAfter: null,
    });
    if (!inserted) return { payment, isNew: false };
    await recordAction(tx, actor, {
      action: 'importPayment',
      environment,
      paymentId: payment.id,
      outcome: 'done',
      detail: { value },
      at,
    });
    const observed = await observe(tx, payment.id, { source: 'import', statement, raw, deviations }, at);
    return { payment: observed.payment, isNew: true };
  });
}
