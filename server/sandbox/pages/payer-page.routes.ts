import express, { type Response, type Router } from 'express';
import { ControlRefusal } from '../control/control-refusal.ts';
import { type InputReader, readInput } from '../control/read-input.ts';
import { chooseMethod, NotOffered } from '../links/choose-method.ts';
import { keepLink } from '../links/keep-link.ts';
import { type Link, methods } from '../links/link.ts';
import { AmountRefused, payLink } from '../links/pay-link.ts';
import { expired, failed, inProcess, TransitionRefused } from '../links/transitions.ts';
import { nowOf, type Twin } from '../twin.ts';
import { payerPage, unknownPayerPage } from './payer-page.ts';

type Step = (twin: Twin, link: Link, input: InputReader, at: string) => Link;

const steps: Record<string, Step> = {
  choose(twin, link, input, at) {
    const [word, channel] = (input.text('choice') ?? '').split(':');
    const method = readInput({ method: word }).requiredOneOf('method', methods);
    return chooseMethod(twin, link, { method, channel: channel ?? null }, at);
  },
  pay: (twin, link, input, at) =>
    payLink(
      twin,
      link,
      {
        amountIdr: link.order.isOpenAmount ? (input.whole('amountIdr') ?? null) : null,
        application: input.text('application') ?? null,
        phone: input.text('phone') ?? null,
        note: input.text('note') ?? null,
        isLate: false,
      },
      at,
    ),
  process: (twin, link, _input, at) => keepLink(twin, inProcess(link, at)),
  fail: (twin, link, _input, at) => keepLink(twin, failed(link, at)),
  expire: (twin, link, _input, at) => keepLink(twin, expired(link, at)),
};

/** The payer's pages. Each step is a form that leads back to the page. */
export function payerPageRoutes(twin: Twin): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));
  router.get('/:id', ({ params, query }, response) => {
    const link = twin.store.link(params.id);
    if (!link) return notFound(response);
    response.type('html').send(payerPage(twin, link, { isChoosing: 'choose' in query, error: null }));
  });
  router.post('/:id/:step', ({ params, body }, response) => {
    const link = twin.store.link(params.id);
    const step = Object.hasOwn(steps, params.step) ? steps[params.step] : undefined;
    if (!link || !step) return notFound(response);
    try {
      step(twin, link, readInput(body), nowOf(twin));
      response.redirect(303, `/pay/${link.id}`);
    } catch (error) {
      const words = sayWhy(error);
      if (!words) throw error;
      response
        .status(409)
        .type('html')
        .send(payerPage(twin, link, { isChoosing: false, error: words }));
    }
  });
  return router;
}

function notFound(response: Response): void {
  response.status(404).type('html').send(unknownPayerPage());
}

/** The refusal in the payer's language; null for what is no refusal. */
function sayWhy(error: unknown): string | null {
  if (error instanceof TransitionRefused)
    return 'Langkah ini sudah tidak dapat dilakukan: keadaan tautan sudah berubah.';
  if (error instanceof NotOffered) return 'Cara bayar ini tidak tersedia untuk tautan ini.';
  if (error instanceof AmountRefused || error instanceof ControlRefusal) return 'Isian tidak dapat diterima.';
  return null;
}
