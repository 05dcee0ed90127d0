import type { Charge, ChargeStatus } from '../charges/charge.ts';
import { mayHappen } from '../charges/transitions.ts';
import { demoAccount } from '../demo-account.ts';
import type { Twin } from '../twin.ts';
import { wibForPayer } from '../wib.ts';
import { htmlDocument } from './document.ts';
import { type Html, html } from './html.ts';
import { chooser } from './payer-chooser.ts';
import { instructions } from './payer-instructions.ts';
import { choiceName, statusNames } from './payer-words.ts';
import { rupiah } from './rupiah.ts';

export interface PayerView {
  /** The payer wants to choose again although a method is chosen. */
  isChoosing: boolean;
  /** Why the last step was refused. */
  error: string | null;
}

/** The page at a payment's address: what the payer owes, and the step at which they are. */
export function payerPage(twin: Twin, charge: Charge, view: PayerView): string {
  const { order } = charge;
  return htmlDocument(
    'id',
    `${rupiah(order.amountIdr)} · ${demoAccount.merchantName}`,
    'payer',
    html`<div class="band">Sandbox <span>Halaman tiruan ${charge.provider === 'rem' ? 'REM' : 'Fazz'}. Tidak ada uang sungguhan.</span></div>
<main>
  <header>
    <p class="quiet" data-testid="merchant">${demoAccount.merchantName}</p>
    <h1 data-testid="amount">${order.isOpenAmount && 'Sampai '}${rupiah(order.amountIdr)}</h1>
    <p>${order.description || 'Pembayaran'}${order.customerName && ` · untuk ${order.customerName}`}</p>
    <p role="status"><span class="chip ${charge.status}" data-testid="status">${statusNames[charge.status]}</span></p>
  </header>
  ${view.error && html`<p class="alert" role="alert" data-testid="error">${view.error}</p>`}
  ${step(twin, charge, view)}
  <footer class="quiet">Referensi ${charge.reference}${isAlive(charge) && html` · berlaku sampai ${wibForPayer(charge.expiresAt)}`}</footer>
</main>`,
  );
}

const isAlive = (charge: Charge) => mayHappen(charge, 'expire');

function step(twin: Twin, charge: Charge, { isChoosing }: PayerView): Html {
  if (charge.status === 'paid') return receipt(charge);
  if (!isAlive(charge)) return ended(charge.status);
  const isChosen = charge.status === 'waiting_payment' || charge.status === 'processing';
  if (isChosen && !(isChoosing && mayHappen(charge, 'choose'))) return instructions(charge);
  return html`${charge.status === 'failed' && html`<p class="alert" data-testid="attempt-failed">Pembayaran gagal. Silakan pilih cara lain.</p>`}
${chooser(twin.providers[charge.provider].offers(charge), charge)}`;
}

function receipt({ payment, choice }: Charge): Html {
  if (!payment || !choice) return html``;
  return html`<section data-testid="receipt">
  <h2>Pembayaran berhasil</h2>
  <dl>
    <dt>Dibayar</dt><dd data-testid="paid-amount">${rupiah(payment.paidAmountIdr)}</dd>
    <dt>Cara bayar</dt><dd>${choiceName(choice, true)}</dd>
    <dt>Waktu</dt><dd>${wibForPayer(payment.paidAt)}</dd>
    ${payment.receiptNumber && html`<dt>Nomor referensi</dt><dd class="code" data-testid="receipt-number">${payment.receiptNumber}</dd>`}
    <dt>Nomor transaksi</dt><dd class="code">${payment.txRefNumber}</dd>
  </dl>
</section>`;
}

const endings: Partial<Record<ChargeStatus, string>> = {
  expired: 'Tagihan ini sudah kedaluwarsa dan tidak dapat dibayar lagi.',
  closed: 'Tagihan ini sudah ditutup oleh penjual.',
  failed: 'Pembayaran gagal dan tagihan ini tidak dapat dibayar lagi.',
};

const ended = (status: ChargeStatus) => html`<section data-testid="ended"><p>${endings[status]}</p>
<p class="quiet">Hubungi ${demoAccount.merchantName} bila masih ingin membayar.</p></section>`;

/** When the address is of no link. */
export const unknownPayerPage = () =>
  htmlDocument(
    'id',
    'Tautan tidak ditemukan',
    'payer',
    html`<main><h1>Tautan tidak ditemukan</h1><p>Periksa kembali alamatnya, atau hubungi penjual.</p></main>`,
  );
