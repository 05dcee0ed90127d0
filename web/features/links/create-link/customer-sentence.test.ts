import { describe, expect, test } from 'vitest';
import { en } from '../../../words/en.ts';
import { id } from '../../../words/id.ts';
import { customerSentences, productionWarning } from './customer-sentence.ts';
import { emptyForm, type LinkForm } from './link-form.ts';

const now = new Date('2026-11-20T07:01:31Z');
const form = (parts: Partial<LinkForm> = {}): LinkForm => ({
  ...emptyForm('rem'),
  customerName: 'Siti Rahmawati',
  description: 'Order 10482',
  amountIdr: 1_250_000,
  enabledMethods: ['qris', 'card'],
  ...parts,
});
const told = (parts: Partial<LinkForm>) => customerSentences(en, 'en', form(parts), now);

describe('what the customer gets', () => {
  test('is one sentence about who, how much, what for, how and until when', () => {
    expect(told({})).toEqual([
      'Siti Rahmawati can pay Rp\u00a01.250.000 for Order 10482 by QRIS or card until 21 Nov, 14:02 WIB.',
      'No e-mail is sent: you send the link yourself.',
    ]);
  });

  test('is told in Indonesian', () => {
    expect(customerSentences(id, 'id', form({ emails: ['a@example.com', 'b@example.com'] }), now)).toEqual([
      'Siti Rahmawati dapat membayar Rp\u00a01.250.000 untuk Order 10482 lewat QRIS atau kartu sampai 21 Nov, 14:02 WIB.',
      'REM mengirim tautan ke a@example.com dan b@example.com.',
    ]);
  });

  test('says that nothing can be offered when the amount excludes every chosen method', () => {
    expect(told({ enabledMethods: ['qris'], amountIdr: 20_000_000 })).toContain(
      'With this amount no chosen method can be offered.',
    );
  });

  test('makes do with an empty form', () => {
    expect(customerSentences(en, 'en', emptyForm('fazz'), now)[0]).toBe(
      'The customer can pay an amount still to be entered until 21 Nov, 14:02 WIB.',
    );
  });

  test('tells of an open amount and of a fee on top', () => {
    const sentences = told({ amountKind: 'open', feePayer: 'customer' });
    expect(sentences[0]).toContain('any amount up to Rp\u00a01.250.000');
    expect(sentences).toContain('The provider’s fee comes on top.');
  });
});

test('production names the real customer’s addresses, other environments say nothing', () => {
  const emails = { emails: ['siti@example.com', ''] };
  expect(productionWarning(en, 'en', 'staging', emails)).toBeNull();
  expect(productionWarning(en, 'en', 'production', emails)).toBe(
    'This is production: a real customer gets an e-mail at siti@example.com as soon as you create it.',
  );
  expect(productionWarning(en, 'en', 'production', { emails: [''] })).toBe(
    'This is production: the link takes real money.',
  );
});
