import { createHash, timingSafeEqual } from 'node:crypto';
import type { Db } from '../db/db.ts';
import { problem } from '../http/problems.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Accounts, ProviderAccount } from '../providers/accounts.ts';
import { insertCallback } from './callbacks.sql.ts';

type Headers = Record<string, string | string[] | undefined>;

export interface ReceiveDeps {
  db: Db;
  clock: () => Date;
  log: { error(fields: object, message: string): void };
}

interface Arrived {
  headers: Headers;
  body: Uint8Array;
  sourceAddress: string | null;
}

/**
 * The account whose secret token this address carries. Compared in constant time, and answered alike whether provider,
 * environment or token is wrong. Throws callback-unknown. Needs no body, so strangers' bodies are never read.
 */
export function accountOfToken(
  accounts: Accounts,
  environment: EnvironmentName,
  provider: ProviderName,
  token: string,
): ProviderAccount {
  const account = accounts.get(environment, provider);
  const isRight = timingSafeEqual(digest(token), digest(account?.callbackToken ?? ''));
  if (account && isRight) return account;
  throw problem('callback-unknown', { detail: 'This address does not take callbacks.' });
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Stores a callback as it arrived, durably, before its sender is told so; what it says is read later (process-callback.ts).
 * Throws callback-signature, and not-ready when it could not be stored, so that the provider sends it again.
 */
export async function receiveCallback(
  { db, clock, log }: ReceiveDeps,
  { environment, provider, links }: ProviderAccount,
  { headers, body, sourceAddress }: Arrived,
): Promise<void> {
  if (!links.verifyCallback(headers, body))
    throw problem('callback-signature', { detail: 'The signature does not prove that the provider sent this.' });
  const callback = { environment, provider, receivedAt: clock(), sourceAddress, headers: kept(headers), body };
  try {
    await insertCallback(db, callback);
  } catch (error) {
    log.error(
      { err: error, environment, provider },
      'a callback could not be stored; its sender was told to repeat it',
    );
    throw problem('not-ready', { detail: 'The callback could not be stored. Send it again.' });
  }
}

const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);

function kept(headers: Headers): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || secretHeaders.has(name) ? [] : [[name, value]],
    ),
  );
}
