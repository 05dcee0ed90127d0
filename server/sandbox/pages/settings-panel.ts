import type { SandboxControl } from '../control/control.ts';
import { html } from './html.ts';

/** Settlement, envelopes, retries, and where callbacks go. */
export function settingsPanel(control: SandboxControl) {
  const { settleAfterMs, remEnvelope, remTimes, remRetries, callbackTimeoutMs, callbackUrls } = control.settings();
  const options = (chosen: string, ...all: string[]) =>
    all.map((each) => html`<option${each === chosen && html` selected`}>${each}</option>`);
  return html`<section class="panel" id="settings">
  <h2>Settings</h2>
  <form method="post" action="/do/settings">
    <div class="fields">
      <label>Settle after, ms<input name="settleAfterMs" list="settle-after" value="${settleAfterMs}"></label>
      <datalist id="settle-after"><option value="next-day-15:00"><option value="20000"><option value="0"></datalist>
      <label>REM envelope<select name="remEnvelope">${options(remEnvelope, 'wrapped', 'flat')}</select></label>
      <label>REM times<select name="remTimes">${options(remTimes, 'without_zone', 'with_zone')}</select></label>
      <label>REM retries<select name="remRetries">${options(String(remRetries), 'false', 'true')}</select></label>
      <label>Callback time-out, ms<input name="callbackTimeoutMs" type="number" min="1" value="${callbackTimeoutMs}"></label>
      <label>REM callbacks to<input name="rem" value="${callbackUrls.rem}" placeholder="nowhere"></label>
      <label>Fazz callbacks to<input name="fazz" value="${callbackUrls.fazz}" placeholder="nowhere"></label>
    </div>
    <p><button class="primary">Save</button></p>
  </form>
</section>`;
}
