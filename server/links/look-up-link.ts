import type { components } from '../../openapi/generated/console.ts';
import { within } from '../jobs/running-calls.ts';
import type { Payment } from '../payments/payment.ts';
import type { EnvironmentName, Statement } from '../payments/statement.ts';
import type { ProviderAccount } from '../providers/accounts.ts';
import { findExisting, findKnownLink } from './known-link.ts';
import type { LinkDeps } from './link-deps.ts';

type Schemas = components['schemas'];
type LookUpAnswer = Schemas['LookUpResult']['answers'][number];

export interface LookUpRequest {
  environment: EnvironmentName;
  /** A reference, a provider's link id or a payment reference number. */
  value: string;
}

/**
 * Asks every provider of the environment, at the same time, for a link that the ledger may not know. Changes nothing. A
 * provider that takes longer than `answerWithinMs` counts as unavailable.
 */
export async function lookUpLink(
  deps: Pick<LinkDeps, 'db' | 'accounts' | 'config'>,
  { environment, value }: LookUpRequest,
): Promise<Schemas['LookUpResult']> {
  const names = deps.accounts.environments().find(({ name }) => name === environment)?.providers ?? [];
  const accounts = names.flatMap((provider) => deps.accounts.get(environment, provider) ?? []);
  return { answers: await Promise.all(accounts.map((account) => ask(deps, account, value))) };
}

async function ask(
  { db, config }: Pick<LinkDeps, 'db' | 'config'>,
  account: ProviderAccount,
  value: string,
): Promise<LookUpAnswer> {
  const { provider, links } = account;
  const known = await findKnownLink(db, account, value);
  if (known) return { provider, outcome: 'in_ledger', link: candidateOfPayment(known) };

  const answer = await within(links.lookUpLink(value), config.answerWithinMs);
  if (answer === 'pending') return { provider, outcome: 'unavailable', link: null };
  switch (answer.kind) {
    case 'answer': {
      const held = await findExisting(db, account, answer.statement);
      return held
        ? { provider, outcome: 'in_ledger', link: candidateOfPayment(held) }
        : { provider, outcome: 'found', link: candidateOfStatement(answer.statement) };
    }
    case 'absent':
      return { provider, outcome: 'not_found', link: null };
    case 'cannot_look_up':
      return { provider, outcome: 'cannot_look_up', link: null };
    default:
      return { provider, outcome: 'unavailable', link: null };
  }
}

const candidateOfPayment = (payment: Payment): Schemas['LinkCandidate'] => ({
  reference: payment.reference,
  providerLinkId: payment.providerPaymentId,
  status: payment.status,
  amountIdr: payment.amountIdr,
  customerName: payment.customerName,
  description: payment.description,
  paymentId: payment.id,
});

const candidateOfStatement = (statement: Statement): Schemas['LinkCandidate'] => ({
  reference: statement.reference,
  providerLinkId: statement.providerPaymentId,
  status: statement.status ?? 'open',
  amountIdr: statement.amountIdr,
  customerName: statement.customerName,
  description: statement.description,
  paymentId: null,
});
