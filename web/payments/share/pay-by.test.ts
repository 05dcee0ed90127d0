import { expect, test } from 'vitest';
import { payBy } from './pay-by.ts';

const nothing = {
  kind: 'one-time' as const,
  method: null,
  channel: null,
  url: null,
  appUrl: null,
  hasQr: false,
  accountNumber: null,
  paymentCode: null,
  displayName: 'Toko Rahma',
};

test('a virtual account is paid into its number at its bank', () => {
  expect(payBy({ ...nothing, method: 'va', channel: 'bca', accountNumber: '8888123456789012' })).toEqual({
    way: 'account',
    bank: 'BCA',
    accountNumber: '8888123456789012',
    accountName: 'Toko Rahma',
  });
});

test('an outlet takes a payment code', () => {
  expect(payBy({ ...nothing, method: 'retail_outlet', channel: 'alfamart', paymentCode: '8887322' })).toEqual({
    way: 'outlet',
    outlet: 'Alfamart',
    paymentCode: '8887322',
    shownAs: 'Toko Rahma',
  });
});

test('an e-wallet is opened by its page, or by its app alone', () => {
  const wallet = { ...nothing, method: 'ewallet' as const, channel: 'ovo' };
  const page = 'https://wallet.example/1';
  expect(payBy({ ...wallet, url: page })).toEqual({ way: 'wallet', wallet: 'OVO', url: page, appUrl: null });
  expect(payBy({ ...wallet, appUrl: 'ovo://1' })).toEqual({
    way: 'wallet',
    wallet: 'OVO',
    url: 'ovo://1',
    appUrl: 'ovo://1',
  });
});

test('a QR code is scanned, and a page of the provider opened', () => {
  expect(payBy({ ...nothing, kind: 'routing', method: 'qris', hasQr: true })).toEqual({ way: 'qr' });
  const page = { ...nothing, kind: 'routing' as const, method: 'qris' as const, url: 'https://pay.example/1' };
  expect(payBy(page)).toEqual({ way: 'page', url: 'https://pay.example/1' });
});

test('a payment that does not exist yet is paid by nothing', () => {
  expect(payBy(nothing)).toBeNull();
});
