import { describe, expect, test } from 'vitest';
import { type MessageFacts, messageSubject, messageText } from './customer-message.ts';

const facts: MessageFacts = {
  customerName: 'Siti Rahmawati',
  description: 'Order 10482',
  amountIdr: 1_250_000,
  isOpenAmount: false,
  url: 'https://pay.example/8666047d',
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
});
