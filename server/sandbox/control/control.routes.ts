import express, { type ErrorRequestHandler, type Router } from 'express';
import type { Delivery } from '../callbacks/delivery.ts';
import { kinds } from '../charges/charge.ts';
import { receiverInput } from '../receiver/read-receiver-input.ts';
import { operations, scenarios } from '../scenarios.ts';
import type { SandboxControl } from './control.ts';
import { ControlRefusal } from './control-refusal.ts';
import { actOnLink, armInput, linkActions, linkStatuses, providerNames, settingsInput } from './read-control-input.ts';
import { readInput } from './read-input.ts';

const deliveryStates: readonly Delivery['state'][] = ['pending', 'delivered', 'failed', 'held', 'suppressed'];

/** The control API: what SandboxControl does, as JSON over HTTP. */
export function controlRoutes(control: SandboxControl): Router {
  const router = express.Router();
  router.use(express.json());
  linkRoutes(router, control);
  scenarioRoutes(router, control);
  receiverRoutes(router, control);

  router.get('/clock', (_request, response) => void response.json({ now: control.now() }));
  router.post('/clock', async ({ body }, response) => {
    const byMs = readInput(body).whole('advanceMs');
    if (byMs === undefined) throw new ControlRefusal(400, 'advanceMs must be a whole number');
    response.json({ now: await control.advance(byMs) });
  });
  router.get('/settings', (_request, response) => void response.json(control.settings()));
  router.patch('/settings', ({ body }, response) => {
    response.json(control.configure(settingsInput(readInput(body))));
  });
  router.put('/callback-urls/:provider', ({ params, body }, response) => {
    const provider = readInput(params).requiredOneOf('provider', providerNames);
    control.setCallbackUrl(provider, readInput(body).text('url') ?? null);
    response.json(control.settings());
  });
  router.get('/deliveries', ({ query }, response) => {
    const input = readInput(query);
    const filter = { reference: input.text('reference'), state: input.oneOf('state', deliveryStates) };
    response.json({ items: control.deliveries(filter) });
  });
  router.get('/requests', ({ query }, response) => {
    const input = readInput(query);
    const filter = {
      provider: input.oneOf('provider', providerNames),
      operation: input.oneOf('operation', operations),
      reference: input.text('reference'),
    };
    response.json({ items: control.requests(filter), counts: control.countRequests(filter) });
  });
  router.post('/reset', (_request, response) => {
    control.reset();
    response.status(204).end();
  });
  router.use(() => {
    throw new ControlRefusal(404, 'the control API has no such address');
  });
  router.use(answerError);
  return router;
}

function linkRoutes(router: Router, control: SandboxControl): void {
  router.get('/links', ({ query }, response) => {
    const input = readInput(query);
    const filter = {
      provider: input.oneOf('provider', providerNames),
      kind: input.oneOf('kind', kinds),
      reference: input.text('reference'),
      status: input.oneOf('status', linkStatuses),
    };
    response.json({ items: control.links(filter) });
  });
  router.get('/links/:key', ({ params }, response) => {
    const link = control.link(params.key);
    if (!link) throw new ControlRefusal(404, `no payment has the id or reference ${params.key}`);
    response.json(link);
  });
  router.post('/links/:key/:action', ({ params, body }, response) => {
    const action = readInput(params).requiredOneOf('action', linkActions);
    response.json(actOnLink(control, params.key, action, readInput(body)));
  });
}

function scenarioRoutes(router: Router, control: SandboxControl): void {
  router.get('/scenarios', (_request, response) => void response.json({ scenarios, armed: control.armed() }));
  router.post('/scenarios', ({ body }, response) => {
    const isForever = body?.count === null;
    response.status(201).json(control.arm(armInput(readInput(body), isForever)));
  });
  router.delete('/scenarios', (_request, response) => void response.json({ disarmed: control.disarm() }));
  router.delete('/scenarios/:which', ({ params }, response) => {
    response.json({ disarmed: control.disarm(params.which) });
  });
}

function receiverRoutes(router: Router, { receivers }: SandboxControl): void {
  router.get('/receivers', (_request, response) => void response.json({ items: receivers.all() }));
  router.put('/receivers/:name', ({ params, body }, response) => {
    response.json(receivers.change(params.name, receiverInput(readInput(body))));
  });
  router.get('/received', ({ query }, response) => {
    response.json({ items: receivers.received(readInput(query).text('receiver')) });
  });
}

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  const isRefusal = error instanceof ControlRefusal;
  const httpStatus = isRefusal ? error.httpStatus : (error?.status ?? 500);
  response.status(httpStatus).json({ error: isRefusal ? error.message : 'the request could not be handled' });
};
