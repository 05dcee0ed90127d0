import type { AccountSettings } from '../config/secrets.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import { createFazz } from './fazz/fazz.ts';
import type { Provider } from './provider.ts';
import { createRem } from './rem/rem.ts';

/** One provider in one environment: what it offers, and how its callbacks are known. */
export interface ProviderAccount extends Provider {
  environment: EnvironmentName;
  provider: ProviderName;
  callbackToken: string;
  /** Is valid too, until it is taken out of the settings. */
  previousCallbackToken: string | null;
  /** Where callbacks may come from (CIDR); empty: from anywhere. */
  callbackNetworks: readonly string[];
}

export interface Accounts {
  get(environment: EnvironmentName, provider: ProviderName): ProviderAccount | null;
  list(): readonly ProviderAccount[];
  /** The environments that have an account, each with its providers, in the order of the settings. */
  environments(): { name: EnvironmentName; providers: ProviderName[] }[];
}

/** Opens every configured account. `timeoutMs` ends a call to a provider; `clock` reads HTTP dates. */
export function createAccounts(
  settings: readonly AccountSettings[],
  { timeoutMs, clock }: { timeoutMs: number; clock: () => Date },
): Accounts {
  const accounts = settings.map((account): ProviderAccount => {
    const { environment, provider, callbackToken, previousCallbackToken = null, callbackNetworks = [] } = account;
    const calledBack = { callbackToken, previousCallbackToken, callbackNetworks };
    return { ...openProvider(account, timeoutMs, clock), environment, provider, ...calledBack };
  });
  return {
    get: (environment, provider) =>
      accounts.find((account) => account.environment === environment && account.provider === provider) ?? null,
    list: () => accounts,
    environments: () =>
      [...new Set(accounts.map(({ environment }) => environment))].map((name) => ({
        name,
        providers: accounts.filter(({ environment }) => environment === name).map(({ provider }) => provider),
      })),
  };
}

function openProvider(account: AccountSettings, timeoutMs: number, clock: () => Date): Provider {
  const { baseUrl, qrHosts } = account;
  const common = { baseUrl, ...(qrHosts && { qrHosts }), timeoutMs, clock };
  if (account.provider === 'rem') return createRem({ ...common, payUrl: account.payUrl, secrets: account.credentials });
  return createFazz({ ...common, secrets: account.credentials });
}
