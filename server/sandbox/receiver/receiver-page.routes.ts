import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { SandboxControl } from '../control/control.ts';
import { ControlRefusal } from '../control/control-refusal.ts';
import { readInput } from '../control/read-input.ts';
import { receiverInput } from './read-receiver-input.ts';
import { receiverPage } from './receiver-page.ts';

/** The tester's page of receivers and its forms. */
export function receiverPageRoutes({ receivers }: Pick<SandboxControl, 'receivers'>): Router {
  const router = express.Router();
  const show = (request: Request, response: Response, error: string | null) => {
    const url = `${request.protocol}://${request.get('host')}`;
    response.type('html').send(receiverPage(receivers, { url, error }));
  };
  router.get('/', (request, response) => show(request, response, null));
  router.post('/', express.urlencoded({ extended: false }), ({ body }, response) => {
    const input = readInput(body);
    receivers.change(input.text('name') ?? '', receiverInput(input));
    response.redirect(303, '/receivers');
  });
  const showRefusal: ErrorRequestHandler = (error, request, response, next) => {
    if (!(error instanceof ControlRefusal)) return next(error);
    response.status(error.httpStatus);
    show(request, response, error.message);
  };
  router.use(showRefusal);
  return router;
}
