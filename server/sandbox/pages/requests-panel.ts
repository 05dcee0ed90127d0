import type { SandboxControl } from '../control/control.ts';
import { wibLocal } from '../wib.ts';
import { html } from './html.ts';

const shownRequests = 30;

/** The latest calls of the provider APIs. */
export function requestsPanel(control: SandboxControl) {
  const requests = control.requests().slice(-shownRequests).reverse();
  return html`<section id="requests">
  <div class="head"><h2>Requests</h2><span class="quiet">latest ${shownRequests}</span></div>
  <div class="table">${
    requests.length === 0
      ? html`<p class="empty">No call yet.</p>`
      : html`<table>
    <thead><tr><th>At (WIB)</th><th>Provider</th><th>Operation</th><th>Reference</th><th>Answer</th><th>Scenario</th></tr></thead>
    <tbody>${requests.map(
      (request) => html`<tr>
      <td>${wibLocal(request.at)}</td><td>${request.provider === 'rem' ? 'REM' : 'Fazz'}</td><td>${request.operation}</td>
      <td class="code">${request.reference ?? '–'}</td><td>${request.httpStatus ?? 'dropped'}</td><td>${request.scenario ?? '–'}</td></tr>`,
    )}</tbody></table>`
  }</div>
</section>`;
}
