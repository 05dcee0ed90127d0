import { renderSVG } from 'uqr';
import type { Charge, Choice } from '../charges/charge.ts';
import { amountDueIdr, qrisApplications } from '../charges/offer.ts';
import { openAmountMinIdr } from '../charges/pay-charge.ts';
import { mayHappen } from '../charges/transitions.ts';
import { wibForPayer } from '../wib.ts';
import { Html, html } from './html.ts';
import { choiceName, codeNames } from './payer-words.ts';
import { rupiah } from './rupiah.ts';

/** What to do now that a method is chosen, and the buttons with which payer and bank are simulated. */
export function instructions(charge: Charge): Html {
  const { choice, order } = charge;
  if (!choice) return html``;
  const isProcessing = charge.status === 'processing';
  return html`<section data-testid="instructions">
  <h2>${choiceName(choice, false)}</h2>
  ${isProcessing ? html`<p>Pembayaran sedang diproses oleh bank.</p>` : code(choice)}
  <dl>
    <dt>Yang harus dibayar</dt>
    <dd data-testid="due">${order.isOpenAmount ? `${rupiah(openAmountMinIdr)} sampai ${rupiah(order.amountIdr)}` : rupiah(amountDueIdr(charge, choice.method, order.amountIdr))}</dd>
    <dt>Bayar sebelum</dt><dd>${wibForPayer(choice.lapsesAt)}</dd>
  </dl>
</section>
<form method="post" action="/pay/${charge.id}/pay" class="simulate">
  <h2>Simulasi pembayaran</h2>
  ${
    order.isOpenAmount &&
    html`<label>Jumlah (Rp)<input name="amountIdr" type="number" inputmode="numeric" required min="${openAmountMinIdr}" max="${order.amountIdr}" value="${order.amountIdr}" data-testid="pay-amount"></label>`
  }
  ${choice.method === 'qris' && applications(choice)}
  <details><summary>Data pembayar (tidak wajib)</summary>
    <label>Nomor telepon<input name="phone" inputmode="tel" maxlength="20" pattern="[0-9]*" data-testid="pay-phone"></label>
    <label>Catatan<input name="note" maxlength="100" data-testid="pay-note"></label>
  </details>
  <div class="buttons">
    <button class="primary" data-testid="pay">Bayar</button>
    ${mayHappen(charge, 'process') && html`<button formaction="/pay/${charge.id}/process" formnovalidate data-testid="process">Bayar, masih diproses</button>`}
    ${mayHappen(charge, 'fail') && html`<button class="danger" formaction="/pay/${charge.id}/fail" formnovalidate data-testid="fail">Gagalkan</button>`}
  </div>
</form>
<div class="buttons">
  ${mayHappen(charge, 'choose') && html`<a class="button plain" href="/pay/${charge.id}?choose" data-testid="choose-again">Ganti cara bayar</a>`}
  <form method="post" action="/pay/${charge.id}/expire"><button class="plain" data-testid="let-lapse">Biarkan kedaluwarsa</button></form>
</div>`;
}

function code(choice: Choice): Html {
  if (!choice.code) return html`<p>Lanjutkan dengan tombol di bawah.</p>`;
  if (choice.method !== 'qris')
    return html`<p>${codeNames[choice.method]}<br><strong class="code" data-testid="pay-code">${choice.code}</strong></p>`;
  const svg = new Html(renderSVG(choice.code, { border: 2 }));
  return html`<div class="qr" role="img" aria-label="Kode QRIS" data-testid="qr">${svg}</div>`;
}

const applications = ({ channel }: Choice) => html`<label>Bayar dengan aplikasi
  <select name="application" data-testid="pay-application">
    ${Object.entries(qrisApplications).map(([value, name]) => html`<option value="${value}"${value === channel && html` selected`}>${name}</option>`)}
  </select></label>`;
