import { problem } from '../http/problems.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Accounts, ProviderAccount } from '../providers/accounts.ts';
import { hasToken, mayComeFrom } from './callback-tokens.ts';
import type { StoreCallback } from './store-callbacks.ts';
import type { NoteTokenUse } from './token-uses.ts';

type Headers = Record<string, string | string[] | undefined>;

export interface ReceiveDeps {
  store: StoreCallback;
  noteTokenUse: NoteTokenUse;
  clock: () => Date;
  log: { error(fields: object, message: string): void };
}

interface Arrived {
  token: string;
  headers: Headers;
  body: Uint8Array;
  sourceAddress: string | null;
}

/** Where a callback was sent, and from where. */
export interface Addressed {
  environment: EnvironmentName;
  provider: ProviderName;
  token: string;
  sourceAddress: string | undefined;
}

/**
 * The account whose secret token this address carries. Answered alike whether provider, environment, token or the sender's
 * network is wrong. Throws callback-unknown. Needs no body, so strangers' bodies are never read.
 */
export function accountOfToken(
  accounts: Accounts,
  { environment, provider, token, sourceAddress }: Addressed,
): ProviderAccount {
  const account = accounts.get(environment, provider);
  if (hasToken(account, token) && account && mayComeFrom(account, sourceAddress)) return account;
  throw problem('callback-unknown', { detail: 'This address does not take callbacks.' });
}

/**
 * Stores a callback as it arrived, durably, before its sender is told so; what it says is read later (process-next-callback.ts).
 * Throws callback-signature, and not-ready when it could not be stored, so that the provider sends it again.
 */
export async function receiveCallback(
  { store, noteTokenUse, clock, log }: ReceiveDeps,
  { environment, provider, verifyCallback }: ProviderAccount,
  { token, headers, body, sourceAddress }: Arrived,
): Promise<void> {
  if (!verifyCallback(headers, body))
    throw problem('callback-signature', { detail: 'The signature does not prove that the provider sent this.' });
  const callback = { environment, provider, receivedAt: clock(), sourceAddress, headers: kept(headers, token), body };
  try {
    await store(callback);
  } catch (error) {
    log.error(
      { err: error, environment, provider },
      'a callback could not be stored; its sender was told to repeat it',
    );
    throw problem('not-ready', { detail: 'The callback could not be stored. Send it again.' });
  }
  await noteTokenUse(token, callback.receivedAt);
}

/** What opens something to whoever holds it. A signature opens nothing: it belongs to this body alone. */
const secretHeaders = /^(proxy-)?authorization$|cookie|token|secret|password|credential|session|api-?key/;

/** Without secrets, and without what holds the address that was called, as proxies name it (X-Original-URI, Referer). */
function kept(headers: Headers, token: string): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || secretHeaders.test(name) || String(value).includes(token) ? [] : [[name, value]],
    ),
  );
}
