import { htmlDocument } from '../pages/document.ts';
import { html } from '../pages/html.ts';
import { wibLocal } from '../wib.ts';
import { answers, newReceiver, type ReceivedRequest, type Receiver } from './receiver.ts';
import type { Receivers } from './receivers.ts';

const shownRequests = 50;

/** The page of the merchant's systems: what each is told to do, and what came. `url` is the twin's own address. */
export function receiverPage(receivers: Receivers, { url, error }: { url: string; error: string | null }): string {
  const all = receivers.all();
  const received = receivers.received().slice(-shownRequests).reverse();
  return htmlDocument(
    'en',
    'Receivers of callbacks',
    'control',
    html`<div class="band">Sandbox <span>Systems of the merchant, played by a program.</span></div>
<header>
  <h1>Receivers of callbacks</h1>
  <nav aria-label="Sections"><a href="/">Provider sandbox</a><a href="#receivers">Receivers</a><a href="#received">Received</a></nav>
</header>
<main>
  ${error && html`<p class="alert" role="alert">${error}</p>`}
  <p>Make a destination in the console with the address of a receiver, and give the receiver the secret that the console shows once.</p>
  <div class="sides" id="receivers">${[...all, newReceiver('')].map((receiver) => form(receiver, url))}</div>
  ${receivedTable(received)}
</main>`,
  );
}

function form(receiver: Receiver, url: string) {
  const isNew = receiver.name === '';
  const names = answers.map((each) => html`<option${each === receiver.answer && html` selected`}>${each}</option>`);
  return html`<section class="panel" data-testid="receiver-${receiver.name || 'new'}">
  <h2>${isNew ? 'Another receiver' : receiver.name}</h2>
  ${!isNew && html`<p class="code">${url}/receiver/${receiver.name}</p>`}
  <form method="post" action="/receivers">
    <div class="fields">
      ${isNew ? html`<label>Name<input name="name" pattern="[a-z0-9\\-]+" maxlength="30" required></label>` : html`<input type="hidden" name="name" value="${receiver.name}">`}
      <label>Secret<input name="secret" value="${receiver.secret}" placeholder="checks no signature"></label>
      <label>Answer<select name="answer">${names}</select></label>
      <label>Status of fail, html, redirect<input name="httpStatus" type="number" min="200" max="599" value="${receiver.httpStatus}"></label>
      <label>Delay, ms<input name="delayMs" type="number" min="0" value="${receiver.delayMs}"></label>
      <label>Of a hundred<input name="percent" type="number" min="1" max="100" value="${receiver.percent}"></label>
      <label>Requests<input name="remaining" type="number" min="1" value="${receiver.remaining}" placeholder="all"></label>
    </div>
    <p><button class="primary">${isNew ? 'Add' : 'Save'}</button></p>
  </form>
</section>`;
}

function receivedTable(received: readonly ReceivedRequest[]) {
  return html`<section id="received">
  <div class="head"><h2>Received</h2><span class="quiet">latest ${shownRequests}</span></div>
  <div class="table">${
    received.length === 0
      ? html`<p class="empty">Nothing yet. What the console sends on appears here.</p>`
      : html`<table>
    <thead><tr><th>At (WIB)</th><th>Receiver</th><th>Id</th><th>Signature</th><th>Answer</th><th>Headers</th><th>Body</th></tr></thead>
    <tbody>${received.map(row)}</tbody></table>`
  }</div>
</section>`;
}

const chips = { proved: 'delivered', wrong: 'failed', 'not checked': 'pending' };

const row = (request: ReceivedRequest) => html`<tr>
  <td>${wibLocal(request.at)}</td>
  <td>${request.receiver}</td>
  <td class="code">${String(request.headers['webhook-id'] ?? '–')}${request.isRepeat && html`<small>was here before</small>`}</td>
  <td><span class="chip ${chips[request.signature]}">${request.signature}</span></td>
  <td>${request.httpStatus ?? 'none'}</td>
  <td><details><summary>${Object.keys(request.headers).length}</summary><pre>${Object.entries(request.headers).map(
    ([name, value]) => `${name}: ${String(value)}\n`,
  )}</pre></details></td>
  <td><details><summary>${request.body.length} characters</summary><pre>${request.body}</pre></details></td>
</tr>`;
