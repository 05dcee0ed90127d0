import { type Charge, kindNames } from '../charges/charge.ts';
import { type ChargeEvent, mayHappen } from '../charges/transitions.ts';
import type { SandboxControl } from '../control/control.ts';
import type { Twin } from '../twin.ts';
import { wibLocal } from '../wib.ts';
import { html } from './html.ts';
import { rupiah } from './rupiah.ts';

const shownLinks = 50;

/** The payments of all kinds, newest first, each with what can be done to it now. */
export function linksTable(twin: Twin, control: SandboxControl, search: string) {
  const wanted = search.toLowerCase();
  const links = control
    .links()
    .filter(({ id, reference, order }) => `${id} ${reference} ${order.customerName}`.toLowerCase().includes(wanted));
  return html`<section id="links">
  <div class="head"><h2>Payments</h2><span class="quiet">${links.length > shownLinks ? `newest ${shownLinks} of ${links.length}` : links.length}</span>
    <form method="get" action="/"><input name="q" value="${search}" placeholder="Reference, id or customer" aria-label="Find payments"><button>Find</button></form>
  </div>
  <div class="table">${
    links.length === 0
      ? html`<p class="empty">No payments${search && ' like that'}. They appear when a client creates one.</p>`
      : html`<table>
    <thead><tr><th>Customer</th><th class="num">Amount</th><th>Status</th><th>As payer or time</th><th>Reference</th><th>Created, expires (WIB)</th></tr></thead>
    <tbody>${links.slice(0, shownLinks).map((charge) => row(twin, charge))}</tbody></table>`
  }</div>
</section>`;
}

const row = (twin: Twin, charge: Charge) => html`<tr data-testid="link-${charge.reference}">
  <td>${charge.order.customerName || charge.order.displayName || kindNames[charge.kind]}<small>${charge.order.description || '–'} · ${charge.provider === 'rem' ? 'REM' : 'Fazz'} ${kindNames[charge.kind]}</small></td>
  <td class="num">${rupiah(charge.order.amountIdr)}${charge.payment && html`<small>paid ${rupiah(charge.payment.paidAmountIdr)}</small>`}</td>
  <td><span class="chip ${charge.status}">${charge.status.replace('_', ' ')}</span>${charge.payment && html`<small>settlement ${charge.settlement}, ${shortWib(charge.payment.settledAt ?? charge.payment.settlesAt)}</small>`}</td>
  <td>${actions(twin, charge)}</td>
  <td><a class="code" href="/pay/${charge.id}">${charge.reference}</a><small class="code">${charge.id}</small></td>
  <td>${shortWib(charge.createdAt)}<small>${shortWib(charge.expiresAt)}</small></td>
</tr>`;

/** Month, day and minute are enough to tell links apart; the rest is in the control API. */
const shortWib = (at: string) => wibLocal(at).slice(5, 16);

const buttons: readonly { event: ChargeEvent; action: string; label: string }[] = [
  { event: 'choose', action: 'choose', label: 'Choose' },
  { event: 'process', action: 'process', label: 'Process' },
  { event: 'pay', action: 'pay', label: 'Pay' },
  { event: 'pay_late', action: 'pay_late', label: 'Pay late' },
  { event: 'fail', action: 'fail', label: 'Fail' },
  { event: 'expire', action: 'expire', label: 'Expire' },
  { event: 'settle', action: 'settle', label: 'Settle' },
];

function actions(twin: Twin, charge: Charge) {
  const offers = mayHappen(charge, 'choose') ? twin.providers[charge.provider].offers(charge) : [];
  // Paying chooses the method first where one may be chosen.
  const shown = buttons.filter(({ event }) => mayHappen(charge, event) || (event === 'pay' && offers.length > 0));
  if (shown.length === 0) return html`<span class="quiet">–</span>`;
  return html`<form method="post" action="/do/link">
  <input type="hidden" name="key" value="${charge.id}">
  ${
    offers.length > 0 &&
    html`<select name="choice" aria-label="Method">${charge.choice && html`<option value="">${charge.choice.method} ${charge.choice.channel}</option>`}${offers.map(
      (offer) => html`<option value="${offer.method}:${offer.channel}">${offer.method} ${offer.channel}</option>`,
    )}</select>`
  }
  ${shown.map(({ action, label }) => html`<button name="action" value="${action}">${label}</button>`)}
</form>`;
}
