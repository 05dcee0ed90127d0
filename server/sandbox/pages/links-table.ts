import type { SandboxControl } from '../control/control.ts';
import type { Link } from '../links/link.ts';
import { type LinkEvent, mayHappen } from '../links/transitions.ts';
import type { Twin } from '../twin.ts';
import { wibLocal } from '../wib.ts';
import { html } from './html.ts';
import { rupiah } from './rupiah.ts';

const shownLinks = 50;

/** The links, newest first, each with what can be done to it now. */
export function linksTable(twin: Twin, control: SandboxControl, search: string) {
  const wanted = search.toLowerCase();
  const links = control
    .links()
    .filter(({ id, reference, order }) => `${id} ${reference} ${order.customerName}`.toLowerCase().includes(wanted));
  return html`<section id="links">
  <div class="head"><h2>Links</h2><span class="quiet">${links.length > shownLinks ? `newest ${shownLinks} of ${links.length}` : links.length}</span>
    <form method="get" action="/"><input name="q" value="${search}" placeholder="Reference, id or customer" aria-label="Find links"><button>Find</button></form>
  </div>
  <div class="table">${
    links.length === 0
      ? html`<p class="empty">No links${search && ' like that'}. They appear when a client creates one.</p>`
      : html`<table>
    <thead><tr><th>Customer</th><th class="num">Amount</th><th>Status</th><th>As payer or time</th><th>Reference</th><th>Created, expires (WIB)</th></tr></thead>
    <tbody>${links.slice(0, shownLinks).map((link) => row(twin, link))}</tbody></table>`
  }</div>
</section>`;
}

const row = (twin: Twin, link: Link) => html`<tr data-testid="link-${link.reference}">
  <td>${link.order.customerName}<small>${link.order.description || '–'} · ${link.provider === 'rem' ? 'REM' : 'Fazz'}</small></td>
  <td class="num">${rupiah(link.order.amountIdr)}${link.payment && html`<small>paid ${rupiah(link.payment.paidAmountIdr)}</small>`}</td>
  <td><span class="chip ${link.status}">${link.status.replace('_', ' ')}</span>${link.payment && html`<small>settlement ${link.settlement}, ${shortWib(link.payment.settledAt ?? link.payment.settlesAt)}</small>`}</td>
  <td>${actions(twin, link)}</td>
  <td><a class="code" href="/pay/${link.id}">${link.reference}</a><small class="code">${link.id}</small></td>
  <td>${shortWib(link.createdAt)}<small>${shortWib(link.expiresAt)}</small></td>
</tr>`;

/** Month, day and minute are enough to tell links apart; the rest is in the control API. */
const shortWib = (at: string) => wibLocal(at).slice(5, 16);

const buttons: readonly { event: LinkEvent; action: string; label: string }[] = [
  { event: 'choose', action: 'choose', label: 'Choose' },
  { event: 'process', action: 'process', label: 'Process' },
  { event: 'pay', action: 'pay', label: 'Pay' },
  { event: 'pay_late', action: 'pay_late', label: 'Pay late' },
  { event: 'fail', action: 'fail', label: 'Fail' },
  { event: 'expire', action: 'expire', label: 'Expire' },
  { event: 'settle', action: 'settle', label: 'Settle' },
];

function actions(twin: Twin, link: Link) {
  const offers = mayHappen(link, 'choose') ? twin.providers[link.provider].offers(link) : [];
  // Paying chooses the method first where one may be chosen.
  const shown = buttons.filter(({ event }) => mayHappen(link, event) || (event === 'pay' && offers.length > 0));
  if (shown.length === 0) return html`<span class="quiet">–</span>`;
  return html`<form method="post" action="/do/link">
  <input type="hidden" name="key" value="${link.id}">
  ${
    offers.length > 0 &&
    html`<select name="choice" aria-label="Method">${link.choice && html`<option value="">${link.choice.method} ${link.choice.channel}</option>`}${offers.map(
      (offer) => html`<option value="${offer.method}:${offer.channel}">${offer.method} ${offer.channel}</option>`,
    )}</select>`
  }
  ${shown.map(({ action, label }) => html`<button name="action" value="${action}">${label}</button>`)}
</form>`;
}
