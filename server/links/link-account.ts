import { problem } from '../http/problems.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Accounts, ProviderAccount } from '../providers/accounts.ts';
import { providerTitles } from './provider-problem.ts';

/** The account to call; throws provider-not-configured when this environment has none of that provider. */
export function accountOf(accounts: Accounts, environment: EnvironmentName, provider: ProviderName): ProviderAccount {
  const account = accounts.get(environment, provider);
  if (account) return account;
  throw problem('provider-not-configured', {
    detail: `${providerTitles[provider]} is not set up in ${environment}.`,
    provider,
  });
}
