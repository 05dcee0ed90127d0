import { describe, expect, it } from 'vitest';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';

const wibStamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

describe('REM status and GET', () => {
  it('answer in the envelope of the settings, status in lower and GET in upper case', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.create();
    control.choose('INV1001', { method: 'va', channel: 'mandiri' });
    const wrapped = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    expect(wrapped).toMatchObject({ success: true, error: null, reason: null, status_code: 200 });
    expect(wrapped.data).toMatchObject({ status: 'waiting_payment', payment_method: 'VA', sender_bank: '008' });
    const wrappedGet = (await rem.get('INV1001')).body;
    expect(wrappedGet).toMatchObject({ status: true, message: 'return payment checkout data' });
    expect(wrappedGet.data.status).toBe('WAITING_PAYMENT');

    control.configure({ remEnvelope: 'flat' });
    expect((await rem.status({ partner_tx_id: 'INV1001' })).body).toEqual(wrapped.data);
    expect((await rem.get('INV1001')).body).toEqual(wrappedGet.data);
  });

  it('say times in WIB without a zone, GET with a blank', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.create({ expiration: null });
    control.backdate('INV1001', '2026-03-01T18:30:05Z');
    control.expire('INV1001', { at: '2026-03-02T16:59:59Z' });
    const { data } = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    expect(data).toMatchObject({
      status: 'expired',
      created: '2026-03-02T01:30:05',
      expiration: '2026-03-02T23:59:59',
    });
    expect(data.updated).toMatch(wibStamp);
    expect((await rem.get('INV1001')).body.data.expirationTime).toBe('2026-03-02 23:59:59');
  });

  it('know what only a payment can say as null before it', async () => {
    const { rem } = await startTestSandbox();
    await rem.create();
    const { data } = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    const unknown = ['tx_ref_number', 'payment_method', 'sender_bank', 'paid_amount', 'payment_received_time'];
    const settlement = ['settlement_type', 'settlement_time', 'settlement_status', 'payment_reference_number'];
    for (const field of [...unknown, ...settlement]) expect([field, data[field]]).toEqual([field, null]);
    expect((await rem.get('INV1001')).body.data).toMatchObject({ txRefNumber: null, senderPhoneNumber: null });
  });

  it('refuse an unknown id, both numbers at once, and none', async () => {
    const { rem } = await startTestSandbox();
    const refusal = (message: string) => ({ status: false, message });
    expect((await rem.get('NOPE')).body).toEqual(refusal('Data Not Found'));
    expect((await rem.status({ partner_tx_id: 'NOPE' })).body).toEqual(refusal('Data Not Found'));
    expect((await rem.status({})).body).toEqual(refusal('partner_tx_id is required'));
    expect((await rem.status({ partner_tx_id: 'A', payment_reference_number: 'B' })).body).toEqual(
      refusal('Only one of partner_tx_id and payment_reference_number may be given'),
    );
  });

  it.each([
    ['va', 'bca', 'VA', '014'],
    ['va', 'smbc', 'VA', '213'],
    ['bank_transfer', 'bca', 'BANK_TRANSFER', '014'],
    ['ewallet', 'dana', 'EWALLET', 'dana_ewallet'],
    ['qris', 'gopay', 'QRIS', 'gopay'],
    ['card', undefined, 'CC', null],
  ] as const)('say how a link was paid: %s %s', async (method, channel, payment_method, sender_bank) => {
    const { rem, control } = await startTestSandbox();
    await rem.create();
    control.pay('INV1001', { method, channel });
    const { data } = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    expect(data).toMatchObject({ status: 'complete', payment_method, sender_bank, settlement_status: 'WAITING' });
    expect(data.tx_ref_number).toMatch(/^[0-9A-Z]{12}$/);
    expect(data.payment_received_time).toMatch(wibStamp);
  });

  it('keep of an OVO receipt the first 12 characters and find the link by them alone', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.create();
    const { payment } = control.pay('INV1001', { method: 'qris', channel: 'ovo' });
    const receipt = payment?.receiptNumber ?? '';
    expect(receipt).toHaveLength(20);
    const short = receipt.slice(0, 12);
    const found = (await rem.status({ payment_reference_number: short })).body.data;
    expect(found).toMatchObject({ partner_tx_id: 'INV1001', payment_reference_number: short, sender_bank: 'ovo' });
    expect((await rem.status({ payment_reference_number: receipt })).body.message).toBe('Data Not Found');
  });

  it('have the payer pay the fee on top when the merchant wants it, and a few rupiah less with a unique code', async () => {
    const { rem, control } = await startTestSandbox();
    const paid = async (reference: string, fields: object, method: 'va' | 'bank_transfer') => {
      await rem.create({ partner_tx_id: reference, ...fields });
      control.pay(reference, { method });
      return (await rem.status({ partner_tx_id: reference })).body.data.paid_amount;
    };
    expect(await paid('A1', {}, 'va')).toBe(150_000);
    expect(await paid('A2', { include_admin_fee: true }, 'va')).toBe(154_000);
    const withCode = await paid('A3', {}, 'bank_transfer');
    expect(withCode).toBeLessThan(150_000);
    expect(withCode).toBeGreaterThanOrEqual(149_000);
  });

  it('let an open link be paid with less, within its limits', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.create({ is_open: true });
    const pay = (amountIdr: number) => () => control.pay('INV1001', { method: 'qris', amountIdr });
    expect(pay(9_999)).toThrow('the link takes Rp 10000 to Rp 150000');
    expect(pay(150_001)).toThrow('the link takes Rp 10000 to Rp 150000');
    pay(60_000)();
    const { data } = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    expect(data).toMatchObject({ status: 'complete', amount: 150_000, paid_amount: 60_000 });
  });
});

describe('REM delete', () => {
  it('closes a link on which no method is chosen, by either id', async () => {
    const { rem } = await startTestSandbox();
    const { payment_link_id } = (await rem.create()).body;
    const deleted = { status: true, message: 'Payment link has been deleted' };
    expect((await rem.remove(payment_link_id)).body).toEqual(deleted);
    expect((await rem.status({ partner_tx_id: 'INV1001' })).body.data.status).toBe('closed');
    await rem.create({ partner_tx_id: 'INV2' });
    expect((await rem.remove('INV2')).body).toEqual(deleted);
    expect((await rem.remove('INV2')).body.message).toBe('Invalid Payment Status');
    expect((await rem.remove('NOPE')).body.message).toBe('Data Not Found');
  });

  it('refuses once a method was chosen, also after the attempt failed', async () => {
    const { rem, control } = await startTestSandbox();
    await rem.create();
    control.choose('INV1001', { method: 'qris' });
    expect((await rem.remove('INV1001')).body).toEqual({ status: false, message: 'Invalid Payment Status' });
    control.fail('INV1001');
    expect((await rem.remove('INV1001')).body.message).toBe('Invalid Payment Status');
    expect(control.link('INV1001')?.status).toBe('failed');
  });
});
