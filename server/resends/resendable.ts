import type { components } from '../../openapi/generated/console.ts';
import { whyNotResend } from '../payments/actions.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, FailureCode, PaymentStatus, ProviderName } from '../payments/statement.ts';
import type { Accounts } from '../providers/accounts.ts';

export type Reason = components['schemas']['ActionReason'];

/** All that decides whether a provider can be asked for a payment's callback again. */
export type ResendClass = Pick<Payment, 'provider' | 'kind' | 'status' | 'failureCode'>;

const providers = keysOf<ProviderName>({ rem: 0, fazz: 0 });
const kinds = keysOf<PaymentKind>({ link: 0, routing: 0, 'one-time': 0 });
const statuses = keysOf<PaymentStatus>({
  creating: 0,
  open: 0,
  awaiting_payment: 0,
  processing: 0,
  paid: 0,
  expired: 0,
  deleted: 0,
  failed: 0,
});
const failures: readonly (FailureCode | null)[] = [
  null,
  ...keysOf<FailureCode>({ declined: 0, not_created: 0, unavailable: 0, payment_failed: 0 }),
];

/** Why the provider cannot be asked for this payment's callback again; null when it can. The one rule (payments/actions.ts). */
export function whyNotByProvider(
  accounts: Accounts,
  environment: EnvironmentName,
  payment: ResendClass,
): Reason | null {
  const port = accounts.get(environment, payment.provider)?.ports[payment.kind];
  return whyNotResend(payment, { canResendCallback: !!port?.resendCallback });
}

/** The rule as data, for a statement that judges all payments of a search at once: each class of payments and its reason. */
export function judgedClasses(
  accounts: Accounts,
  environment: EnvironmentName,
): (Record<'provider' | 'kind' | 'status' | 'failure', string> & { reason: Reason | null })[] {
  return providers.flatMap((provider) =>
    kinds.flatMap((kind) =>
      statuses.flatMap((status) =>
        failures.map((failureCode) => ({
          provider,
          kind,
          status,
          failure: failureCode ?? '',
          reason: whyNotByProvider(accounts, environment, { provider, kind, status, failureCode }),
        })),
      ),
    ),
  );
}

/** Every word of a union: a new one does not compile until it is here. */
function keysOf<Word extends string>(words: Record<Word, 0>): Word[] {
  return Object.keys(words) as Word[];
}
