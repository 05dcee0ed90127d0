import { demoAccount } from '../demo-account.ts';
import type { Link, LinkStatus } from '../links/link.ts';
import { mayHappen } from '../links/transitions.ts';
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

/** The page at a link's address: what the payer owes, and the step at which they are. */
export function payerPage(twin: Twin, link: Link, view: PayerView): string {
  const { order } = link;
  return htmlDocument(
    'id',
    `${rupiah(order.amountIdr)} · ${demoAccount.merchantName}`,
    'payer',
    html`<div class="band">Sandbox <span>Halaman tiruan ${link.provider === 'rem' ? 'REM' : 'Fazz'}. Tidak ada uang sungguhan.</span></div>
<main>
  <header>
    <p class="quiet" data-testid="merchant">${demoAccount.merchantName}</p>
    <h1 data-testid="amount">${order.isOpenAmount && 'Sampai '}${rupiah(order.amountIdr)}</h1>
    <p>${order.description || 'Pembayaran'} · untuk ${order.customerName}</p>
    <p role="status"><span class="chip ${link.status}" data-testid="status">${statusNames[link.status]}</span></p>
  </header>
  ${view.error && html`<p class="alert" role="alert" data-testid="error">${view.error}</p>`}
  ${step(twin, link, view)}
  <footer class="quiet">Referensi ${link.reference}${isAlive(link) && html` · berlaku sampai ${wibForPayer(link.expiresAt)}`}</footer>
</main>`,
  );
}

const isAlive = (link: Link) => mayHappen(link, 'expire');

function step(twin: Twin, link: Link, { isChoosing }: PayerView): Html {
  if (link.status === 'paid') return receipt(link);
  if (!isAlive(link)) return ended(link.status);
  const isChosen = link.status === 'waiting_payment' || link.status === 'processing';
  if (isChosen && !(isChoosing && mayHappen(link, 'choose'))) return instructions(link);
  return html`${link.status === 'failed' && html`<p class="alert" data-testid="attempt-failed">Pembayaran gagal. Silakan pilih cara lain.</p>`}
${chooser(twin.providers[link.provider].offers(link), link)}`;
}

function receipt({ payment, choice }: Link): Html {
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

const endings: Partial<Record<LinkStatus, string>> = {
  expired: 'Tautan ini sudah kedaluwarsa dan tidak dapat dibayar lagi.',
  closed: 'Tautan ini sudah ditutup oleh penjual.',
  failed: 'Pembayaran gagal dan tautan ini tidak dapat dibayar lagi.',
};

const ended = (status: LinkStatus) => html`<section data-testid="ended"><p>${endings[status]}</p>
<p class="quiet">Hubungi ${demoAccount.merchantName} bila masih ingin membayar.</p></section>`;

/** When the address is of no link. */
export const unknownPayerPage = () =>
  htmlDocument(
    'id',
    'Tautan tidak ditemukan',
    'payer',
    html`<main><h1>Tautan tidak ditemukan</h1><p>Periksa kembali alamatnya, atau hubungi penjual.</p></main>`,
  );
