import type { EnvironmentName } from '../payments/statement.ts';

/** Credentials. A type of its own, so that nothing which may be logged can hold one by accident. */
export interface RemSecrets {
  username: string;
  apiKey: string;
}

export interface FazzSecrets {
  apiKey: string;
  secretKey: string;
  /** Signs callbacks (`ss_…`). */
  signingSecret: string;
}

/** What it takes to talk to one provider in one environment, and to know its callbacks. */
export type AccountSettings = RemAccountSettings | FazzAccountSettings;

interface AnyAccountSettings {
  environment: EnvironmentName;
  /** Of the provider's API, without a slash at the end. */
  baseUrl: string;
  /** Where the provider's QR images may be fetched besides its API's own host: `pay.rem.id`, or `*.rem.id` for all below. */
  qrHosts?: readonly string[];
  /** Stands in the path of our callback URL: the only secret by which REM's callbacks are known. */
  callbackToken: string;
  /** Valid too while the provider is told the new one; null when there is none. */
  previousCallbackToken?: string | null;
  /** Networks (CIDR) from which its callbacks may come; empty: from anywhere. */
  callbackNetworks?: readonly string[];
}

export interface RemAccountSettings extends AnyAccountSettings {
  provider: 'rem';
  /** Where REM's payer pages are, to show the address of a link that we imported; null when REM documents none. */
  payUrl: string | null;
  credentials: RemSecrets;
}

export interface FazzAccountSettings extends AnyAccountSettings {
  provider: 'fazz';
  /** Fazz always says a link's address itself. */
  payUrl: null;
  credentials: FazzSecrets;
}

export interface Secrets {
  /** Holds a password; null means the embedded database. */
  databaseUrl: string | null;
  /** Staging and production; the sandbox's accounts are made where the sandbox is started. */
  accounts: AccountSettings[];
}
