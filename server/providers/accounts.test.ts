import { expect, it } from 'vitest';
import type { AccountSettings } from '../config/secrets.ts';
import { createAccounts } from './accounts.ts';

const rem = (environment: AccountSettings['environment']): AccountSettings => ({
  environment,
  provider: 'rem',
  baseUrl: 'http://127.0.0.1:1/rem',
  payUrl: null,
  callbackToken: `token-${environment}`,
  credentials: { username: 'tautan', apiKey: 'key' },
});
const fazz: AccountSettings = {
  environment: 'staging',
  provider: 'fazz',
  baseUrl: 'http://127.0.0.1:1/fazz',
  payUrl: null,
  callbackToken: 'token-fazz',
  credentials: { apiKey: 'test_1', secretKey: 'secret', signingSecret: 'ss_1' },
};

it('each account is found by environment and provider, and speaks that provider', () => {
  const accounts = createAccounts([rem('sandbox'), rem('staging'), fazz], { timeoutMs: 1, clock: () => new Date() });
  expect(accounts.get('staging', 'rem')).toMatchObject({
    callbackToken: 'token-staging',
    ports: { 'one-time': null, link: { resendCallback: expect.any(Function) } },
  });
  expect(accounts.get('staging', 'fazz')).toMatchObject({
    callbackToken: 'token-fazz',
    ports: { routing: null, link: { resendCallback: null } },
  });
  expect(accounts.get('sandbox', 'fazz')).toBeNull();
  expect(accounts.get('production', 'rem')).toBeNull();
});

it('QR images come from the hosts of the account', async () => {
  const image = 'http://127.0.0.1:9/qr.png';
  const kindsOf = (qrHosts?: string[]) => {
    const settings = [rem('sandbox'), fazz].map((account) => ({ ...account, ...(qrHosts && { qrHosts }) }));
    const accounts = createAccounts(settings, { timeoutMs: 1_000, clock: () => new Date() });
    const both = [accounts.get('sandbox', 'rem'), accounts.get('staging', 'fazz')];
    return Promise.all(both.map(async (account) => (await account?.fetchQrImage(image))?.kind));
  };
  expect(await kindsOf()).toEqual(['unreadable', 'unreadable']);
  // Nobody listens there, so it was tried.
  expect(await kindsOf(['127.0.0.1:9'])).toEqual(['unavailable', 'unavailable']);
});

it('the environments are those that have an account', () => {
  const accounts = createAccounts([rem('sandbox'), rem('staging'), fazz], { timeoutMs: 1, clock: () => new Date() });
  expect(accounts.environments()).toEqual([
    { name: 'sandbox', providers: ['rem'] },
    { name: 'staging', providers: ['rem', 'fazz'] },
  ]);
});
