import type { AccountSettings } from '../config/secrets.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import { createFazzLinks } from './fazz/links.ts';
import type { LinkProvider } from './provider.ts';
import { createRemLinks } from './rem/links.ts';

/** One provider in one environment: how to call it, and how its callbacks are known. */
export interface ProviderAccount {
  environment: EnvironmentName;
  provider: ProviderName;
  callbackToken: string;
  links: LinkProvider;
}

export interface Accounts {
  get(environment: EnvironmentName, provider: ProviderName): ProviderAccount | null;
  /** The environments that have an account, each with its providers, in the order of the settings. */
  environments(): { name: EnvironmentName; providers: ProviderName[] }[];
}

/** Opens every configured account. `timeoutMs` ends a call to a provider; `clock` reads HTTP dates. */
export function createAccounts(
  settings: readonly AccountSettings[],
  { timeoutMs, clock }: { timeoutMs: number; clock: () => Date },
): Accounts {
  const accounts = settings.map((account): ProviderAccount => {
    const { environment, provider, callbackToken } = account;
    return { environment, provider, callbackToken, links: openLinks(account, timeoutMs, clock) };
  });
  return {
    get: (environment, provider) =>
      accounts.find((account) => account.environment === environment && account.provider === provider) ?? null,
    environments: () =>
      [...new Set(accounts.map(({ environment }) => environment))].map((name) => ({
        name,
        providers: accounts.filter(({ environment }) => environment === name).map(({ provider }) => provider),
      })),
  };
}

function openLinks(account: AccountSettings, timeoutMs: number, clock: () => Date): LinkProvider {
  const { baseUrl } = account;
  if (account.provider === 'rem')
    return createRemLinks({ baseUrl, payUrl: account.payUrl, secrets: account.credentials, timeoutMs, clock });
  return createFazzLinks({ baseUrl, secrets: account.credentials, timeoutMs, clock });
}
