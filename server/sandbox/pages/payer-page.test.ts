import { describe, expect, it } from 'vitest';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';

/** A payer without script: reads a page, sends its forms. */
function payer(url: string, id: string) {
  const page = async (query = '') => (await fetch(`${url}/pay/${id}${query}`)).text();
  const send = async (step: string, fields: Record<string, string> = {}) => {
    const response = await fetch(`${url}/pay/${id}/${step}`, { method: 'POST', body: new URLSearchParams(fields) });
    return { httpStatus: response.status, page: await response.text() };
  };
  return { page, send };
}

const testIds = (page: string) => [...page.matchAll(/data-testid="([^"]+)"/g)].map(([, id]) => id);
const textOf = (page: string, testId: string) => page.match(new RegExp(`data-testid="${testId}"[^>]*>([^<]*)<`))?.[1];

describe('the payer page', () => {
  it('offers the enabled methods alone, for the amount', async () => {
    const { rem, url } = await startTestSandbox();
    const limits = { list_disabled_payment_methods: 'EWALLET', list_enabled_banks: '002,014', amount: 14_000 };
    const { payment_link_id } = (await rem.create(limits)).body;
    const page = await payer(url, payment_link_id).page();
    expect(page).toContain('lang="id"');
    expect(textOf(page, 'merchant')).toBe('Toko Melati');
    expect(textOf(page, 'amount')).toBe('Rp\u00a014.000');
    expect(testIds(page).filter((id) => id?.startsWith('choose-'))).toEqual([
      'choose-va-bca',
      'choose-qris',
      'choose-bank_transfer-bca',
    ]);
  });

  it('leads from the choice to a receipt; of OVO it shows the longer code', async () => {
    const { rem, url, control } = await startTestSandbox();
    const { payment_link_id } = (await rem.create()).body;
    const { page, send } = payer(url, payment_link_id);
    const chosen = await send('choose', { choice: 'qris' });
    expect(chosen.httpStatus).toBe(200);
    expect(textOf(chosen.page, 'status')).toBe('Menunggu pembayaran');
    expect(testIds(chosen.page)).toEqual(expect.arrayContaining(['qr', 'due', 'pay-application', 'pay', 'fail']));
    expect(testIds(await page('?choose'))).toContain('choose-ewallet-dana');

    const paid = (await send('pay', { application: 'ovo', phone: '0811', note: 'terima kasih' })).page;
    expect(textOf(paid, 'status')).toBe('Lunas');
    const receipt = textOf(paid, 'receipt-number') ?? '';
    expect(receipt).toHaveLength(20);
    const { data } = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    expect(data).toMatchObject({
      payment_reference_number: receipt.slice(0, 12),
      sender_bank: 'ovo',
      sender_phone: '0811',
      sender_note: 'terima kasih',
    });
    expect(control.link(payment_link_id)?.payment?.receiptNumber).toBe(receipt);
  });

  it('lets an attempt fail and another be chosen, and be in process', async () => {
    const { rem, url } = await startTestSandbox();
    const { payment_link_id } = (await rem.create()).body;
    const { send } = payer(url, payment_link_id);
    await send('choose', { choice: 'va:bni' });
    const failed = (await send('fail')).page;
    expect(testIds(failed)).toEqual(expect.arrayContaining(['attempt-failed', 'choose-card']));
    await send('choose', { choice: 'card' });
    const processing = (await send('process')).page;
    expect(textOf(processing, 'status')).toBe('Sedang diproses');
    expect(testIds(processing)).not.toContain('choose-again');
    expect(testIds((await send('pay')).page)).toContain('receipt');
  });

  it('lets the payer of an open link type an amount, within its limits', async () => {
    const { rem, url, control } = await startTestSandbox();
    const { payment_link_id } = (await rem.create({ is_open: true })).body;
    const { send } = payer(url, payment_link_id);
    await send('choose', { choice: 'va:bca' });
    const refused = await send('pay', { amountIdr: '5000' });
    expect([refused.httpStatus, textOf(refused.page, 'error')]).toEqual([409, 'Isian tidak dapat diterima.']);
    expect((await send('pay', { amountIdr: '75000' })).httpStatus).toBe(200);
    expect(control.link(payment_link_id)?.payment?.paidAmountIdr).toBe(75_000);
  });

  it('says that a link has expired or was closed, and takes no step then', async () => {
    const { rem, url, fazz } = await startTestSandbox();
    const lapsing = payer(url, (await rem.create()).body.payment_link_id);
    const expired = (await lapsing.send('expire')).page;
    expect(expired).toContain('Tagihan ini sudah kedaluwarsa');
    const refused = await lapsing.send('choose', { choice: 'qris' });
    expect([refused.httpStatus, textOf(refused.page, 'error')]).toEqual([
      409,
      'Langkah ini sudah tidak dapat dilakukan: keadaannya sudah berubah.',
    ]);
    const { id } = (await fazz.create()).body.data;
    await fazz.task(id, 'cancel');
    expect(await payer(url, id).page()).toContain('Tagihan ini sudah ditutup oleh penjual.');
  });

  it('is 404 for an unknown link or step, and escapes what merchants wrote', async () => {
    const { fazz, url } = await startTestSandbox();
    expect((await fetch(`${url}/pay/nope`)).status).toBe(404);
    const { id } = (await fazz.create({ customerName: '<b>"Budi"</b>' })).body.data;
    const { page, send } = payer(url, id);
    expect(await page()).toContain('&#60;b&#62;&#34;Budi&#34;&#60;/b&#62;');
    expect((await send('constructor')).httpStatus).toBe(404);
  });

  it('refuses forms of other sites and loads nothing from elsewhere', async () => {
    const { rem, url } = await startTestSandbox();
    const { payment_link_id } = (await rem.create()).body;
    const address = `${url}/pay/${payment_link_id}`;
    const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await fetch(`${address}/expire`, foreign)).status).toBe(403);
    const response = await fetch(address);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).not.toMatch(/<script|https?:\/\/|style=/);
  });
});

describe('the payer page of other kinds', () => {
  it('shows the QR of a hosted routing once it is chosen, and takes the payment', async () => {
    const { rem, url, control } = await startTestSandbox();
    const { trx_id } = (await rem.createRouting({ need_frontend: true })).body;
    const { page, send } = payer(url, trx_id);
    const offered = await page();
    expect(testIds(offered).filter((id) => id?.startsWith('choose-'))).toEqual(['choose-qris']);
    expect(offered).not.toContain('untuk');
    const chosen = (await send('choose', { choice: 'qris' })).page;
    expect(testIds(chosen)).toEqual(expect.arrayContaining(['qr', 'due', 'pay-application', 'pay', 'let-lapse']));
    expect(testIds(chosen)).not.toContain('fail');
    expect((await rem.checkRouting({ partner_trx_id: 'QR-1001' })).body.payment_status).toBe('WAITING_PAYMENT');
    expect(testIds((await send('pay', { application: 'dana' })).page)).toContain('receipt');
    expect(control.link('QR-1001')?.choice?.channel).toBe('dana');
  });

  it('lets whoever scans a QR without a page pay all the same', async () => {
    const { rem, url } = await startTestSandbox();
    const { trx_id } = (await rem.createRouting()).body;
    const { page, send } = payer(url, trx_id);
    expect(testIds(await page())).toContain('qr');
    expect(testIds((await send('pay', { application: 'ovo' })).page)).toContain('receipt');
  });

  it('shows number or code of a one-time payment, whose method stays', async () => {
    const { fazz, url } = await startTestSandbox();
    const made = (await fazz.createPayment({ paymentMethodType: 'retail_outlet' })).body.data;
    const { page, send } = payer(url, made.id);
    const shown = await page();
    expect(textOf(shown, 'pay-code')).toBe(made.attributes.paymentMethod.instructions.paymentCode);
    expect(testIds(shown)).not.toContain('choose-again');
    expect((await send('choose', { choice: 'qris' })).httpStatus).toBe(409);
    expect(textOf((await send('process')).page, 'status')).toBe('Sedang diproses');
    expect((await fazz.getPayment(made.id)).body.data.attributes.status).toBe('processing');
    expect(testIds((await send('pay')).page)).toContain('receipt');
  });
});
