import { type Charge, methods } from '../charges/charge.ts';
import type { Offer } from '../charges/offer.ts';
import { html } from './html.ts';
import { methodNames } from './payer-words.ts';

/** The ways to pay, one button each; the button's value is `method` or `method:channel`. */
export function chooser(offers: readonly Offer[], charge: Charge) {
  const groups = methods.flatMap((method) => {
    const ofMethod = offers.filter((offer) => offer.method === method);
    return ofMethod.length > 0 ? [{ method, offers: ofMethod }] : [];
  });
  return html`<form method="post" action="/pay/${charge.id}/choose" data-testid="chooser">
  <h2>Pilih cara bayar</h2>
  ${groups.map(
    (group) => html`<fieldset><legend>${methodNames[group.method]}</legend>
    ${group.offers.map((offer) => {
      const value = offer.channel ? `${offer.method}:${offer.channel}` : offer.method;
      return html`<button name="choice" value="${value}" data-testid="choose-${value.replace(':', '-')}">${offer.name}</button>`;
    })}
    </fieldset>`,
  )}
</form>
<form method="post" action="/pay/${charge.id}/expire"><button class="plain" data-testid="let-lapse">Biarkan kedaluwarsa</button></form>`;
}
