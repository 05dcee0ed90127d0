import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { SandboxControl } from '../control/control.ts';
import { ControlRefusal } from '../control/control-refusal.ts';
import { actOnLink, armInput, linkActions, settingsInput } from '../control/read-control-input.ts';
import { readInput } from '../control/read-input.ts';
import type { Twin } from '../twin.ts';
import { controlPage } from './control-page.ts';

/** The tester's page and its forms; each form leads back to its part of the page. */
export function controlPageRoutes(twin: Twin, control: SandboxControl): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));
  const show = (request: Request, response: Response, error: string | null) => {
    const search = readInput(request.query).text('q') ?? '';
    const url = `${request.protocol}://${request.get('host')}`;
    response.type('html').send(controlPage(twin, control, { search, error, url }));
  };
  router.get('/', (request, response) => show(request, response, null));

  router.post('/do/link', ({ body }, response) => {
    doToLink(control, body);
    response.redirect(303, '/#links');
  });
  router.post('/do/clock', async ({ body }, response) => {
    await control.advance(readInput(body).whole('advanceMs') ?? 0);
    response.redirect(303, '/');
  });
  router.post('/do/arm', ({ body }, response) => {
    const input = readInput(body);
    control.arm(armInput(input, input.flag('forever') ?? false));
    response.redirect(303, '/#scenarios');
  });
  router.post('/do/disarm', ({ body }, response) => {
    control.disarm(readInput(body).text('id'));
    response.redirect(303, '/#scenarios');
  });
  router.post('/do/settings', ({ body }, response) => {
    const input = readInput(body);
    control.setCallbackUrl('rem', input.text('rem') ?? null);
    control.setCallbackUrl('fazz', input.text('fazz') ?? null);
    control.configure(settingsInput(input));
    response.redirect(303, '/#settings');
  });
  router.post('/do/reset', (_request, response) => {
    control.reset();
    response.redirect(303, '/');
  });

  const showRefusal: ErrorRequestHandler = (error, request, response, next) => {
    if (!(error instanceof ControlRefusal)) return next(error);
    response.status(error.httpStatus);
    show(request, response, error.message);
  };
  router.use(showRefusal);
  return router;
}

/** The row's buttons: `pay_late` is pay with late money; the method counts for what is done before the money comes. */
function doToLink(control: SandboxControl, body: unknown): void {
  const input = readInput(body);
  const [method, channel] = (input.text('choice') ?? '').split(':');
  const isLate = input.text('action') === 'pay_late';
  const action = isLate ? 'pay' : input.requiredOneOf('action', linkActions);
  const chosen = isLate ? {} : { method, channel };
  actOnLink(control, input.text('key') ?? '', action, readInput({ ...chosen, late: isLate }));
}
