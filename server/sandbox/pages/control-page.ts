import type { SandboxControl } from '../control/control.ts';
import { demoAccount } from '../demo-account.ts';
import type { Twin } from '../twin.ts';
import { wibLocal } from '../wib.ts';
import { deliveriesTable } from './deliveries-table.ts';
import { htmlDocument } from './document.ts';
import { html } from './html.ts';
import { linksTable } from './links-table.ts';
import { requestsPanel } from './requests-panel.ts';
import { scenarioPanel } from './scenario-panel.ts';
import { settingsPanel } from './settings-panel.ts';

export interface ControlView {
  /** Narrows the links: any part of id, reference or customer. */
  search: string;
  /** Why the last action was refused. */
  error: string | null;
  /** The twin's own address, as the browser knows it. */
  url: string;
}

const minuteMs = 60_000;
const jumps = [
  { label: '+1 min', byMs: minuteMs },
  { label: '+1 h', byMs: 60 * minuteMs },
  { label: '+1 day', byMs: 24 * 60 * minuteMs },
];

/** The tester's page: everything that the control API does, as forms. */
export function controlPage(twin: Twin, control: SandboxControl, view: ControlView): string {
  return htmlDocument(
    'en',
    'Provider sandbox',
    'control',
    html`<div class="band">Sandbox <span>REM and Fazz, played by a program. Nothing here is real money.</span></div>
<header>
  <h1>Provider sandbox</h1>
  <nav aria-label="Sections"><a href="#links">Payments</a><a href="#scenarios">Scenarios</a><a href="#settings">Settings</a><a href="#callbacks">Callbacks</a><a href="#requests">Requests</a><a href="/receivers">Receivers</a></nav>
  <form class="clock" method="post" action="/do/clock">
    <span data-testid="clock">${wibLocal(control.now().toISOString())} WIB</span>
    ${jumps.map(({ label, byMs }) => html`<button name="advanceMs" value="${byMs}">${label}</button>`)}
  </form>
</header>
<main>
  ${view.error && html`<p class="alert" role="alert">${view.error}</p>`}
  ${linksTable(twin, control, view.search)}
  <div class="sides">${scenarioPanel(control)}${settingsPanel(control)}${access(view.url)}</div>
  ${deliveriesTable(control)}
  ${requestsPanel(control)}
  <form method="post" action="/do/reset"><button class="danger">Forget all payments, callbacks, requests and scenarios</button></form>
</main>`,
  );
}

const access = (url: string) => html`<section class="panel">
  <h2>Access</h2>
  <dl>
    <dt>REM</dt><dd class="code">${url}/rem</dd>
    <dt>x-username</dt><dd class="code">${demoAccount.rem.username}</dd>
    <dt>x-api-key</dt><dd class="code">${demoAccount.rem.apiKey}</dd>
    <dt>Fazz</dt><dd class="code">${url}/fazz/api/v4</dd>
    <dt>API key</dt><dd class="code">${demoAccount.fazz.apiKey}</dd>
    <dt>Secret</dt><dd class="code">${demoAccount.fazz.secretKey}</dd>
    <dt>Signing secret</dt><dd class="code">${demoAccount.fazz.signingSecret}</dd>
    <dt>Control API</dt><dd class="code">${url}/control</dd>
  </dl>
</section>`;
