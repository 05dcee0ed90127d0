import type { Delivery } from '../callbacks/delivery.ts';
import type { SandboxControl } from '../control/control.ts';
import { wibLocal } from '../wib.ts';
import { html } from './html.ts';

const shownDeliveries = 30;

/** The latest callbacks and what became of them. */
export function deliveriesTable(control: SandboxControl) {
  const deliveries = control.deliveries().slice(-shownDeliveries).reverse();
  return html`<section id="callbacks">
  <div class="head"><h2>Callbacks</h2><span class="quiet">latest ${shownDeliveries}</span></div>
  <div class="table">${
    deliveries.length === 0
      ? html`<p class="empty">No callback yet. One is sent when something is paid, another when the money is settled.</p>`
      : html`<table>
    <thead><tr><th>Made (WIB)</th><th>Reference</th><th>Why</th><th>State</th><th>Attempts</th><th>Body</th></tr></thead>
    <tbody>${deliveries.map(row)}</tbody></table>`
  }</div>
</section>`;
}

function row(delivery: Delivery) {
  const last = delivery.attempts.at(-1);
  return html`<tr>
  <td>${wibLocal(delivery.createdAt)}</td>
  <td><span class="code">${delivery.reference}</span><small>${delivery.provider === 'rem' ? 'REM' : 'Fazz'}</small></td>
  <td>${delivery.reason}</td>
  <td><span class="chip ${delivery.state}">${delivery.state}</span></td>
  <td>${delivery.attempts.length}${last && html`<small>${last.error ?? `answered ${last.httpStatus} in ${last.tookMs} ms`}</small>`}${delivery.nextAttemptAt && html`<small>next ${wibLocal(delivery.nextAttemptAt)}</small>`}</td>
  <td><details><summary>${delivery.body.length} characters</summary><pre>${delivery.body}</pre></details></td>
</tr>`;
}
