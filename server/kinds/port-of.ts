import { problem } from '../http/problems.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Accounts, ProviderAccount } from '../providers/accounts.ts';
import type { Orders, PaymentPort } from '../providers/provider.ts';
import { providerTitles } from './provider-problem.ts';

interface Place<K extends PaymentKind> {
  environment: EnvironmentName;
  provider: ProviderName;
  kind: K;
}

/** The account to call; throws provider-not-configured when this environment has none of that provider. */
export function accountOf(accounts: Accounts, { environment, provider }: Omit<Place<never>, 'kind'>): ProviderAccount {
  const account = accounts.get(environment, provider);
  if (account) return account;
  throw problem('provider-not-configured', {
    detail: `${providerTitles[provider]} is not set up in ${environment}.`,
    provider,
  });
}

/**
 * What to call about payments of that kind. Throws provider-not-configured, and invalid-request when the provider has no
 * such payments.
 */
export function portOf<K extends PaymentKind>(accounts: Accounts, place: Place<K>): PaymentPort<Orders[K]> {
  const { ports } = accountOf(accounts, place);
  const port = ports[place.kind];
  if (port) return port;
  const detail = `${providerTitles[place.provider]} has no payments of the kind ${place.kind}.`;
  throw problem('invalid-request', { detail, errors: [{ field: 'provider', code: 'not_allowed', detail }] });
}
