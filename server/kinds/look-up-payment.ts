import type { components } from '../../openapi/generated/console.ts';
import { within } from '../jobs/running-calls.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, Statement } from '../payments/statement.ts';
import type { ProviderAccount } from '../providers/accounts.ts';
import type { LookUpKey, PaymentPort } from '../providers/provider.ts';
import { findExisting, findKnown } from './known-payment.ts';
import type { PaymentDeps } from './payment-deps.ts';

type Schemas = components['schemas'];
type LookUpAnswer = Schemas['LookUpResult']['answers'][number];

export interface LookUpRequest {
  environment: EnvironmentName;
  kind: PaymentKind;
  /** What `value` is; without it, it may be everything. */
  by?: LookUpKey;
  /** A reference, a provider's id or a payment reference number. */
  value: string;
}

/**
 * Asks every provider of the environment that has payments of this kind, at the same time, for one that the ledger may not
 * know. Changes nothing. A provider that takes longer than `answerWithinMs` counts as unavailable.
 */
export async function lookUpPayment(
  deps: Pick<PaymentDeps, 'db' | 'accounts' | 'config'>,
  request: LookUpRequest,
): Promise<Schemas['LookUpResult']> {
  const { environment, kind } = request;
  const names = deps.accounts.environments().find(({ name }) => name === environment)?.providers ?? [];
  const asked = names.flatMap((provider) => {
    const account = deps.accounts.get(environment, provider);
    const port = account?.ports[kind];
    return account && port ? [ask(deps, account, port, request)] : [];
  });
  return { answers: await Promise.all(asked) };
}

async function ask(
  { db, config }: Pick<PaymentDeps, 'db' | 'config'>,
  { environment, provider }: ProviderAccount,
  port: Pick<PaymentPort<never>, 'lookUp'>,
  { kind, by, value }: LookUpRequest,
): Promise<LookUpAnswer> {
  const place = { environment, provider, kind };
  const known = await findKnown(db, place, value, by);
  if (known) return { provider, outcome: 'in_ledger', payment: candidateOfPayment(known) };

  const answer = await within(port.lookUp(value, by), config.answerWithinMs);
  if (answer === 'pending') return { provider, outcome: 'unavailable', payment: null };
  switch (answer.kind) {
    case 'answer': {
      const held = await findExisting(db, place, answer.statement);
      return held
        ? { provider, outcome: 'in_ledger', payment: candidateOfPayment(held) }
        : { provider, outcome: 'found', payment: candidateOfStatement(answer.statement) };
    }
    case 'absent':
      return { provider, outcome: 'not_found', payment: null };
    case 'cannot_look_up':
      return { provider, outcome: 'cannot_look_up', payment: null };
    default:
      return { provider, outcome: 'unavailable', payment: null };
  }
}

const candidateOfPayment = (payment: Payment): Schemas['PaymentCandidate'] => ({
  reference: payment.reference,
  providerPaymentId: payment.providerPaymentId,
  status: payment.status,
  amountIdr: payment.amountIdr,
  customerName: payment.customerName,
  description: payment.description,
  paymentId: payment.id,
});

const candidateOfStatement = (statement: Statement): Schemas['PaymentCandidate'] => ({
  reference: statement.reference,
  providerPaymentId: statement.providerPaymentId,
  status: statement.status ?? 'open',
  amountIdr: statement.amountIdr,
  customerName: statement.customerName,
  description: statement.description,
  paymentId: null,
});
