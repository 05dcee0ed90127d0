import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import type { ChargeKind } from '../charges/charge.ts';
import { demoAccount } from '../demo-account.ts';
import { answerCall } from '../http/answer-call.ts';
import type { Twin } from '../twin.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { refusalReply } from './fazz-replies.ts';
import { createPaymentLink, createPaymentLinkTask, getPaymentLink } from './operations.ts';
import { createPayment, createPaymentTask, getPayment, listPayments, qrImage } from './payment-operations.ts';
import { record } from './read-create-request.ts';

/** Fazz's images of QR codes, which lie outside its API and ask for no credentials. */
export function fazzImageRoutes(twin: Twin): Router {
  const router = express.Router();
  router.get('/:id.png', ({ params }, response) => {
    const reply = qrImage(twin, params.id);
    if (!reply) return void response.status(404).type('text').send('Not Found');
    response.status(reply.httpStatus).set(reply.headers).end(reply.body);
  });
  return router;
}

/**
 * Fazz's endpoints of links and payments (fazz-payment-link.txt, fazz-one-time-payment.txt; tasks and lists of
 * providers.md B.2, B.3, B.8). A body on GET is not looked at.
 */
export function fazzRoutes(twin: Twin): Router {
  const router = express.Router();
  const json = express.json({ type: () => true });
  router.use(authenticate);
  router.post(
    '/payment_links',
    json,
    answerCall(twin, 'fazz', {
      operation: 'createPaymentLink',
      about: ({ body }) => aboutReference(twin, 'link', body),
      work: ({ body }, content) => createPaymentLink(twin, body, content),
    }),
  );
  router.get(
    '/payment_links/:id',
    answerCall(twin, 'fazz', {
      operation: 'getPaymentLink',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request, content) => getPaymentLink(twin, idOf(request), content),
    }),
  );
  router.post(
    '/payment_links/:id/tasks',
    json,
    answerCall(twin, 'fazz', {
      operation: 'createPaymentLinkTask',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request) => createPaymentLinkTask(twin, idOf(request), request.body),
    }),
  );
  router.post(
    '/payments',
    json,
    answerCall(twin, 'fazz', {
      operation: 'createPayment',
      about: ({ body }) => aboutReference(twin, 'one-time', body),
      work: ({ body }, content) => createPayment(twin, body, content),
    }),
  );
  router.get(
    '/payments',
    answerCall(twin, 'fazz', {
      operation: 'listPayments',
      about: ({ query }) => ({ reference: textOf(query['filter[referenceId]']) || null, linkId: null }),
      work: ({ query }, content) => listPayments(twin, query, content),
    }),
  );
  router.get(
    '/payments/:id',
    answerCall(twin, 'fazz', {
      operation: 'getPayment',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request, content) => getPayment(twin, idOf(request), content),
    }),
  );
  router.post(
    '/payments/:id/tasks',
    json,
    answerCall(twin, 'fazz', {
      operation: 'createPaymentTask',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request) => createPaymentTask(twin, idOf(request), request.body),
    }),
  );
  router.use((_request, response) => refuse(response, new FazzRefusal('004', 'page not exist', 404)));
  router.use(unreadableBody);
  return router;
}

/** HTTP Basic: the API key is the user, the secret the password. */
const authenticate: RequestHandler = (request, response, next) => {
  const { apiKey, secretKey } = demoAccount.fazz;
  const [scheme = '', credentials = ''] = (request.get('authorization') ?? '').split(' ');
  const isOurs = Buffer.from(credentials, 'base64').toString() === `${apiKey}:${secretKey}`;
  if (scheme.toLowerCase() === 'basic' && isOurs) return next();
  refuse(response, new FazzRefusal('002', 'permission denied', 401));
};

const unreadableBody: ErrorRequestHandler = (_error, _request, response, _next) =>
  refuse(response, new FazzRefusal('005', 'the body is not JSON'));

function refuse(response: Response, refusal: FazzRefusal): void {
  const { httpStatus, headers, body } = refusalReply(refusal);
  response.status(httpStatus).set(headers).end(body);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const idOf = (request: Request) => textOf(request.params.id);

function aboutReference(twin: Twin, kind: ChargeKind, body: unknown) {
  const given = record(record(record(body)?.data)?.attributes)?.referenceId;
  const reference = textOf(given) || null;
  return { reference, linkId: (reference && twin.store.chargesOf('fazz', kind, reference)[0]?.id) || null };
}

const aboutId = (twin: Twin, id: string) => {
  const link = twin.store.charge(id);
  return { reference: link?.reference ?? null, linkId: link?.id ?? null };
};
