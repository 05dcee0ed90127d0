import type { Arming } from '../armings.ts';
import type { SandboxControl } from '../control/control.ts';
import { routingCodes } from '../rem/routing-rejection.ts';
import { operations, scenario, scenarioNames } from '../scenarios.ts';
import { html } from './html.ts';

const option = (value: string) => html`<option>${value}</option>`;

/** Arms scenarios and shows those that wait for their calls. */
export function scenarioPanel(control: SandboxControl) {
  const armed = control.armed();
  return html`<section class="panel" id="scenarios">
  <h2>Scenarios</h2>
  <form method="post" action="/do/arm">
    <div class="fields">
      <label>Scenario<select name="scenario">${scenarioNames.map(option)}</select></label>
      <label>Operation<select name="operation"><option value="">any</option>${operations.map(option)}</select></label>
      <label>Provider<select name="provider"><option value="">any</option><option value="rem">REM</option><option value="fazz">Fazz</option></select></label>
      <label>Reference or id<input name="reference" placeholder="any"></label>
      <label>Calls<input name="count" type="number" min="1" placeholder="1"></label>
      <label>Until disarmed<select name="forever"><option value="">no</option><option value="true">yes</option></select></label>
      <label>Delay, ms<input name="delayMs" type="number" min="0" placeholder="default"></label>
      <label>Retry-After, s<input name="retryAfterSeconds" type="number" min="0" placeholder="default"></label>
      <label>HTML status<input name="httpStatus" type="number" min="200" max="599" placeholder="default"></label>
      <label>Percent that arrives<input name="percent" type="number" min="1" max="99" placeholder="default"></label>
      <label>Routing code<select name="code"><option value="">default</option>${routingCodes.map(option)}</select></label>
    </div>
    <p><button class="primary">Arm</button></p>
  </form>
  ${armed.length === 0 ? html`<p class="quiet">Nothing is armed.</p>` : html`<ul>${armed.map(armedItem)}</ul>`}
  <details><summary>What they do</summary><dl>${scenarioNames.map((name) => html`<dt class="code">${name}</dt><dd>${scenario(name).description}</dd>`)}</dl></details>
</section>`;
}

const armedItem = (arming: Arming) => html`<li><form method="post" action="/do/disarm">
  <span class="code">${arming.scenario}</span> for ${arming.remaining === null ? 'every call' : `${arming.remaining} more`} of
  ${arming.operation ?? 'any operation'}${arming.provider && ` at ${arming.provider}`}${arming.reference && html`, <span class="code">${arming.reference}</span>`}
  <button class="plain" name="id" value="${arming.id}">Disarm</button>
</form></li>`;
