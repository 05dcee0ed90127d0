import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { demoAccount } from '../demo-account.ts';
import { remOrder } from '../testing/rem-client.ts';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';
import { wibLocal } from '../wib.ts';

const inHours = (hours: number) => wibLocal(new Date(Date.now() + hours * 3_600_000).toISOString());

describe('REM create-v2', () => {
  it('makes a link whose page is at the url of the answer', async () => {
    const { rem, url } = await startTestSandbox();
    const order = remOrder({ expiration: inHours(48), email: 'a@example.com; b@example.com;c@example.com' });
    expect(loadContract('rem').checkRequest('createPaymentLink', order)).toEqual([]);
    const { httpStatus, body } = await rem.create(order);
    expect(httpStatus).toBe(200);
    expect(body).toEqual({
      status: true,
      url: `${url}/pay/${body.payment_link_id}`,
      payment_link_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      message: 'success',
      email_status: 'PROCESSED',
    });
    const page = await fetch(body.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Rp\u00a0150.000');
    const { data } = (await rem.get('INV1001')).body;
    expect(data.expirationTime).toBe(order.expiration);
    expect(data.email).toBe('a@example.com;b@example.com;c@example.com');
  });

  it('takes what old clients send: nulls, empty strings, step, blanks in lists, unknown fields, no bank list', async () => {
    const { rem, control } = await startTestSandbox();
    const nulls = { expiration: null, due_date: null, step: null, list_enabled_banks: '002, 008', extra: { a: 1 } };
    expect((await rem.create({ ...nulls, description: '', email: '', phone_number: '' })).body.status).toBe(true);
    const missing = { list_enabled_banks: undefined, expiration: undefined, description: undefined, notes: undefined };
    expect((await rem.create({ ...missing, partner_tx_id: 'INV2' })).body.status).toBe(true);
    expect(control.link('INV1001')?.order.enabledBanks).toEqual(['002', '008']);
    const lifeMs = Date.parse(control.link('INV2')?.expiresAt ?? '') - Date.now();
    expect(Math.round(lifeMs / 3_600_000)).toBe(24);
  });

  it('makes a partner_tx_id for an open link that has none', async () => {
    const { rem } = await startTestSandbox();
    const { body } = await rem.create({ partner_tx_id: '', is_open: true });
    expect((await rem.get(body.payment_link_id)).body.data.partnerTxId).toMatch(/^REM[0-9A-Z]{20}$/);
  });

  it.each([
    ['no partner_tx_id on a fixed amount', { partner_tx_id: '' }, 'partner_tx_id is required when is_open is false'],
    ['a partner_tx_id with a dash', { partner_tx_id: 'INV-1' }, 'partner_tx_id must be alphanumeric'],
    ['punctuation in the description', { description: 'Order #1' }, 'description must be alphanumeric'],
    ['punctuation in the notes', { notes: 'now!' }, 'notes must be alphanumeric'],
    ['punctuation in the display name', { va_display_name: 'Toko & Co' }, 'va_display_name must be alphanumeric'],
    ['no sender_name', { sender_name: ' ' }, 'sender_name is required'],
    ['a digit in sender_name', { sender_name: 'Siti 2' }, 'sender_name must be letters and spaces'],
    ['no amount', { amount: undefined }, 'amount invalid'],
    ['an amount in text', { amount: '150000' }, 'amount invalid'],
    ['a fraction of a rupiah', { amount: 150000.5 }, 'amount invalid'],
    ['less than 10 000', { amount: 9_999 }, 'amount must be at least 10000'],
    ['four addresses', { email: 'a@b.id;c@d.id;e@f.id;g@h.id' }, 'email takes at most 3 addresses'],
    ['a bad address', { email: 'siti' }, 'email invalid'],
    ['a plus in the phone number', { phone_number: '+62811' }, 'phone_number must be digits'],
    ['no is_open', { is_open: undefined }, 'is_open is required and must be boolean'],
    ['include_admin_fee in text', { include_admin_fee: 'true' }, 'include_admin_fee is required and must be boolean'],
    ['an unknown method', { list_disabled_payment_methods: 'VA,CASH' }, 'list_disabled_payment_methods invalid'],
    ['an unknown bank', { list_enabled_banks: '002,999' }, 'list_enabled_banks invalid'],
    [
      'every method disabled',
      { list_disabled_payment_methods: 'CREDIT_CARD,QRIS,EWALLET,BANK_TRANSFER' },
      'At least one payment method must be enabled',
    ],
    [
      'less than cards take',
      { list_disabled_payment_methods: 'QRIS,EWALLET,BANK_TRANSFER', amount: 14_999 },
      'amount must be at least 15000 for the enabled payment methods',
    ],
    [
      'less than the unique code takes',
      { list_disabled_payment_methods: 'VA,CREDIT_CARD,QRIS,EWALLET', amount: 10_999 },
      'amount must be at least 11000 for the enabled payment methods',
    ],
    [
      'more than QRIS takes',
      { list_disabled_payment_methods: 'CREDIT_CARD,EWALLET,BANK_TRANSFER', amount: 10_000_001 },
      'amount is too large for the enabled payment methods',
    ],
    ['an ISO expiration', { expiration: '2030-01-01T00:00:00' }, 'expiration must be yyyy-MM-dd HH:mm:ss'],
    ['a day that does not exist', { expiration: '2030-02-30 00:00:00' }, 'expiration must be yyyy-MM-dd HH:mm:ss'],
    ['a past expiration', { expiration: '2020-01-01 00:00:00' }, 'expiration must be in the future'],
    ['32 days', { expiration: inHours(32 * 24 + 1) }, 'expiration must be within 31 days and 23 hours'],
  ])('refuses %s', async (_what, fields, message) => {
    const { rem, control } = await startTestSandbox();
    const { httpStatus, body } = await rem.create(fields);
    expect({ httpStatus, body }).toEqual({ httpStatus: 200, body: { status: false, message } });
    expect(control.links()).toEqual([]);
  });

  it('refuses a body that is no JSON with 400', async () => {
    const { remUrl } = await startTestSandbox();
    const { username, apiKey } = demoAccount.rem;
    const response = await fetch(`${remUrl}/api/payment-checkout/create-v2`, {
      method: 'POST',
      headers: { 'x-username': username, 'x-api-key': apiKey },
      body: '{"amount":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ status: false, message: 'Invalid request body' });
  });

  it('makes a second link for the same unpaid partner_tx_id, and refuses it once one is paid', async () => {
    const { rem, control } = await startTestSandbox();
    const first = (await rem.create()).body.payment_link_id;
    const second = (await rem.create()).body.payment_link_id;
    expect(second).not.toBe(first);
    expect(control.links({ reference: 'INV1001' }).map(({ id }) => id)).toEqual([second, first]);
    expect((await rem.get('INV1001')).body.data.paymentLinkId).toBe(second);
    control.pay(first);
    expect((await rem.create()).body).toEqual({ status: false, message: 'partner_tx_id has been used' });
    expect(control.links()).toHaveLength(2);
  });
});

describe('REM sign-in', () => {
  it('refuses strangers in its own words and logs no call of theirs', async () => {
    const { rem, control } = await startTestSandbox();
    const refused = async (headers: Record<string, string>) => (await rem.get('INV1001', { headers })).body.message;
    expect(await refused({ 'x-username': 'someone' })).toBe('Username Not Found');
    expect(await refused({ 'x-api-key': 'wrong' })).toBe('Invalid API Key');
    expect(control.requests()).toEqual([]);
  });

  it('takes header names in any case', async () => {
    const { remUrl } = await startTestSandbox();
    const { username, apiKey } = demoAccount.rem;
    const answer = await new Promise<IncomingMessage>((resolve) =>
      get(
        `${remUrl}/api/payment-checkout/INV1001`,
        { headers: { 'X-USERNAME': username, 'X-Api-Key': apiKey } },
        resolve,
      ),
    );
    expect(await json(answer)).toEqual({ status: false, message: 'Data Not Found' });
  });
});
