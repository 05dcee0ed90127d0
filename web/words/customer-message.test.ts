import { describe, expect, test } from 'vitest';
import { type MessageFacts, messageSubject, messageText } from './customer-message.ts';

const facts: MessageFacts = {
  customerName: 'Siti Rahmawati',
  description: 'Order 10482',
  amountIdr: 1_250_000,
  isOpenAmount: false,
  by: { way: 'page', url: 'https://pay.example/8666047d' },
  expiresAt: '2026-12-31T17:30:00.000Z',
};

describe('the message to the customer', () => {
  test('names person, amount, purpose, link and the end of its life in WIB, in English', () => {
    expect(messageText(facts, 'en')).toBe(
      [
        'Hello Siti Rahmawati,',
        'You can pay Rp 1.250.000 for Order 10482 here:\nhttps://pay.example/8666047d',
        'The link works until 1 January 2027, 00:30 WIB.',
        'Thank you.',
      ].join('\n\n'),
    );
  });

  test('says the same in Indonesian', () => {
    expect(messageText(facts, 'id')).toBe(
      [
        'Halo Siti Rahmawati,',
        'Pembayaran sebesar Rp 1.250.000 untuk Order 10482 dapat dilakukan melalui tautan berikut:\nhttps://pay.example/8666047d',
        'Tautan berlaku sampai 1 Januari 2027 pukul 00:30 WIB.',
        'Terima kasih.',
      ].join('\n\n'),
    );
  });

  test('leaves out what is not known', () => {
    const bare = { ...facts, customerName: null, description: null, expiresAt: null };
    expect(messageText(bare, 'en')).toBe(
      'Hello,\n\nYou can pay Rp 1.250.000 here:\nhttps://pay.example/8666047d\n\nThank you.',
    );
    expect(messageText(bare, 'id')).toBe(
      'Halo,\n\nPembayaran sebesar Rp 1.250.000 dapat dilakukan melalui tautan berikut:\nhttps://pay.example/8666047d\n\nTerima kasih.',
    );
  });

  test('tells of an open amount that it is a maximum', () => {
    const open = { ...facts, isOpenAmount: true };
    expect(messageText(open, 'en')).toContain('You can pay up to Rp 1.250.000');
    expect(messageText(open, 'id')).toContain('Pembayaran hingga Rp 1.250.000');
  });

  test('has a subject line for e-mail', () => {
    expect(messageSubject(facts, 'en')).toBe('Payment of Rp 1.250.000: Order 10482');
    expect(messageSubject({ ...facts, description: null }, 'id')).toBe('Pembayaran Rp 1.250.000');
  });

  const inJakarta = '2026-12-31T07:32:00.000Z';
  const paying = (by: MessageFacts['by'], language: 'en' | 'id') =>
    messageText({ ...facts, customerName: null, description: null, expiresAt: inJakarta, by }, language);
  const account = {
    way: 'account',
    bank: 'BCA',
    accountNumber: '8888123456789012',
    accountName: 'Toko Rahma',
  } as const;

  test('gives a virtual account without gaps, so that it can be pasted, and asks for the exact amount', () => {
    expect(paying(account, 'en')).toBe(
      [
        'Hello,',
        'Please transfer exactly Rp 1.250.000 to this virtual account:',
        'BCA 8888123456789012\nName: Toko Rahma',
        'Please pay before 31 December 2026, 14:32 WIB; after that the account takes no payment.',
        'Thank you.',
      ].join('\n\n'),
    );
    expect(paying({ ...account, accountName: null }, 'id')).toBe(
      [
        'Halo,',
        'Pembayaran sebesar Rp 1.250.000 dapat dilakukan dengan transfer ke virtual account berikut, persis sebesar nominal tersebut:',
        'BCA 8888123456789012',
        'Mohon dibayar sebelum 31 Desember 2026 pukul 14:32 WIB; setelah itu rekening tidak menerima pembayaran.',
        'Terima kasih.',
      ].join('\n\n'),
    );
  });

  test('tells what to say at the counter of an outlet', () => {
    const by = { way: 'outlet', outlet: 'Alfamart', paymentCode: '8887322', shownAs: 'Toko Rahma' } as const;
    expect(paying(by, 'en')).toContain(
      'You can pay Rp 1.250.000 at any Alfamart. Tell the cashier this payment code:\n\n8887322\nShown as: Toko Rahma',
    );
    expect(paying(by, 'id')).toContain(
      'Sebutkan kode pembayaran ini kepada kasir:\n\n8887322\nTampil sebagai: Toko Rahma',
    );
    expect(paying(by, 'id')).toContain('Kode berlaku sampai 31 Desember 2026 pukul 14:32 WIB.');
  });

  test('goes with a QR code, and opens a wallet', () => {
    expect(paying({ way: 'qr' }, 'en')).toContain('with the attached QRIS code');
    expect(paying({ way: 'qr' }, 'id')).toContain('Kode QR berlaku sampai 31 Desember 2026 pukul 14:32 WIB.');
    const wallet = { way: 'wallet', wallet: 'OVO', url: 'https://wallet.example/1', appUrl: 'ovo://1' } as const;
    expect(paying(wallet, 'en')).toContain('with OVO here:\nhttps://wallet.example/1');
    expect(paying(wallet, 'id')).toContain('dengan OVO melalui tautan berikut:\nhttps://wallet.example/1');
  });
});
