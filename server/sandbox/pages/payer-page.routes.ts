import express, { type Response, type Router } from 'express';
import { type Charge, methods } from '../charges/charge.ts';
import { chooseMethod, NotOffered } from '../charges/choose-method.ts';
import { expireCharge, keepCharge } from '../charges/keep-charge.ts';
import { AmountRefused, payCharge } from '../charges/pay-charge.ts';
import { failed, inProcess, TransitionRefused } from '../charges/transitions.ts';
import { ControlRefusal } from '../control/control-refusal.ts';
import { type InputReader, readInput } from '../control/read-input.ts';
import { nowOf, type Twin } from '../twin.ts';
import { payerPage, unknownPayerPage } from './payer-page.ts';

type Step = (twin: Twin, charge: Charge, input: InputReader, at: string) => Charge;

const steps: Record<string, Step> = {
  choose(twin, charge, input, at) {
    const [word, channel] = (input.text('choice') ?? '').split(':');
    const method = readInput({ method: word }).requiredOneOf('method', methods);
    return chooseMethod(twin, charge, { method, channel: channel ?? null }, at);
  },
  pay: (twin, charge, input, at) =>
    payCharge(
      twin,
      charge,
      {
        amountIdr: charge.order.isOpenAmount ? (input.whole('amountIdr') ?? null) : null,
        application: input.text('application') ?? null,
        phone: input.text('phone') ?? null,
        note: input.text('note') ?? null,
        isLate: false,
      },
      at,
    ),
  process: (twin, charge, _input, at) => keepCharge(twin, inProcess(charge, at)),
  fail: (twin, charge, _input, at) => keepCharge(twin, failed(charge, at)),
  expire: (twin, charge, _input, at) => expireCharge(twin, charge, at),
};

/** The payer's pages. Each step is a form that leads back to the page. */
export function payerPageRoutes(twin: Twin): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));
  router.get('/:id', ({ params, query }, response) => {
    const charge = twin.store.charge(params.id);
    if (!charge) return notFound(response);
    response.type('html').send(payerPage(twin, charge, { isChoosing: 'choose' in query, error: null }));
  });
  router.post('/:id/:step', ({ params, body }, response) => {
    const charge = twin.store.charge(params.id);
    const step = Object.hasOwn(steps, params.step) ? steps[params.step] : undefined;
    if (!charge || !step) return notFound(response);
    try {
      step(twin, charge, readInput(body), nowOf(twin));
      response.redirect(303, `/pay/${charge.id}`);
    } catch (error) {
      const words = sayWhy(error);
      if (!words) throw error;
      response
        .status(409)
        .type('html')
        .send(payerPage(twin, charge, { isChoosing: false, error: words }));
    }
  });
  return router;
}

function notFound(response: Response): void {
  response.status(404).type('html').send(unknownPayerPage());
}

/** The refusal in the payer's language; null for what is no refusal. */
function sayWhy(error: unknown): string | null {
  if (error instanceof TransitionRefused) return 'Langkah ini sudah tidak dapat dilakukan: keadaannya sudah berubah.';
  if (error instanceof NotOffered) return 'Cara bayar ini tidak tersedia untuk tagihan ini.';
  if (error instanceof AmountRefused || error instanceof ControlRefusal) return 'Isian tidak dapat diterima.';
  return null;
}
