import express, { type Request, type Response, Router } from 'express';
import type { Db } from '../db/db.ts';
import { problem } from '../http/problems.ts';
import type { Worker } from '../jobs/worker.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { Accounts, ProviderAccount } from '../providers/accounts.ts';
import { accountOfToken, type ReceiveDeps, receiveCallback } from './receive-callback.ts';
import { createCallbackStore } from './store-callbacks.ts';
import { createTokenUses } from './token-uses.ts';

/** The largest callback that either provider documents has under 2 kB. */
const bodyMax = '256kb';

export interface CallbackRoutesDeps extends Omit<ReceiveDeps, 'store' | 'noteTokenUse'> {
  db: Db;
  accounts: Accounts;
}

/**
 * Where providers send their callbacks, ahead of everything that would read, change or refuse a body. The token is looked at
 * first: of a stranger's request no body is read. `worker` is nudged when one is stored.
 */
export function callbackRoutes(deps: CallbackRoutesDeps, worker: Pick<Worker, 'nudge'>): Router {
  const receiving = { ...deps, store: createCallbackStore(deps.db), noteTokenUse: createTokenUses(deps.db, deps.log) };
  const router = Router();
  const path = '/callbacks/:provider/:environment/:token';

  router.post(path, async (request, response) => {
    const account = accountOf(deps.accounts, request);
    await receiveCallback(receiving, account, {
      token: request.params.token,
      body: await readBody(request, response),
      headers: request.headers,
      sourceAddress: request.ip ?? null,
    });
    worker.nudge();
    response.status(200).json({ received: true });
  });
  router.all(path, (_request, response) => {
    response.set('Allow', 'POST');
    throw problem('method-not-allowed', { detail: 'This address takes POST. Nothing was done.' });
  });
  return router;
}

const parseBytes = express.raw({ type: () => true, limit: bodyMax });

/** The bytes as they came: unpacking them could fail, and then the callback would be refused. */
function readBody(request: Request, response: Response): Promise<Uint8Array> {
  const { headers } = request;
  const { 'content-encoding': encoding, ...others } = headers;
  request.headers = others;
  return new Promise((resolve, reject) => {
    parseBytes(request, response, (error?: unknown) => {
      if (encoding !== undefined) request.headers = headers;
      if (error) return reject(error);
      const body: unknown = request.body;
      // Without a body the parser leaves an empty object or nothing.
      resolve(body instanceof Uint8Array ? body : new Uint8Array());
    });
  });
}

const providers: readonly ProviderName[] = ['rem', 'fazz'];
const environments: readonly EnvironmentName[] = ['sandbox', 'staging', 'production'];

function accountOf(accounts: Accounts, { params, ip }: Request): ProviderAccount {
  const provider = providers.find((name) => name === params.provider);
  const environment = environments.find((name) => name === params.environment);
  const { token } = params;
  if (provider && environment && typeof token === 'string')
    return accountOfToken(accounts, { environment, provider, token, sourceAddress: ip });
  throw problem('callback-unknown', { detail: 'This address does not take callbacks.' });
}
