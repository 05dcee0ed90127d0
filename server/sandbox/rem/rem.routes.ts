import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express';
import { demoAccount } from '../demo-account.ts';
import { answerCall } from '../http/answer-call.ts';
import type { Twin } from '../twin.ts';
import {
  createPaymentLink,
  deletePaymentLink,
  findByStatusQuery,
  findRemLink,
  getPaymentLink,
  getPaymentLinkStatus,
  type StatusQuery,
} from './operations.ts';
import { rejection } from './rem-replies.ts';
import { qrisImageRoutes, routingRoutes } from './routing.routes.ts';
import { codedRejection, RoutingRejection } from './routing-rejection.ts';

/** REM's endpoints: payment-checkout (rem-payment-link.txt, rem-payment-link-status.txt) and payment-routing. */
export function remRoutes(twin: Twin): Router {
  const router = express.Router();
  const base = '/api/payment-checkout';
  router.use(qrisImageRoutes(twin));
  router.use('/api', authenticate);
  router.use('/api/payment-routing', routingRoutes(twin));
  router.post(
    `${base}/create-v2`,
    express.json({ type: () => true }),
    answerCall(twin, 'rem', {
      operation: 'createPaymentLink',
      about: ({ body }) => ({ reference: textOf(body?.partner_tx_id) || null, linkId: null }),
      work: ({ body }, content) => createPaymentLink(twin, body, content),
    }),
  );
  router.get(
    `${base}/status`,
    answerCall(twin, 'rem', {
      operation: 'getPaymentLinkStatus',
      about: (request) => aboutQuery(twin, statusQuery(request)),
      work: (request, content) => getPaymentLinkStatus(twin, statusQuery(request), content),
    }),
  );
  router.get(
    `${base}/:id`,
    answerCall(twin, 'rem', {
      operation: 'getPaymentLink',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request, content) => getPaymentLink(twin, idOf(request), content),
    }),
  );
  router.delete(
    `${base}/:id`,
    answerCall(twin, 'rem', {
      operation: 'deletePaymentLink',
      about: (request) => aboutId(twin, idOf(request)),
      work: (request) => deletePaymentLink(twin, idOf(request)),
    }),
  );
  router.use((_request, response) => {
    response.status(404).type('html').send('<!doctype html><title>404</title><h1>Not Found</h1>');
  });
  router.use(unreadableBody);
  return router;
}

/** Headers in any case, which is HTTP's rule anyway; refusals in the words of providers.md A.5. */
const authenticate: RequestHandler = (request, response, next) => {
  const { username, apiKey } = demoAccount.rem;
  const isUser = request.get('x-username') === username;
  if (isUser && request.get('x-api-key') === apiKey) return next();
  // No code of the routing catalogue fits; 403 is what all pages of the platform have (providers.md A.1).
  if (request.path.startsWith('/payment-routing')) return void response.status(403).type('text').send('Forbidden');
  const { httpStatus, headers, body } = rejection(isUser ? 'Invalid API Key' : 'Username Not Found');
  response.status(httpStatus).set(headers).end(body);
};

const unreadableBody: ErrorRequestHandler = (_error, request, response, _next) => {
  const isRouting = request.path.startsWith('/api/payment-routing');
  const { httpStatus, headers, body } = isRouting
    ? codedRejection(new RoutingRejection('400', 'Invalid request body'))
    : rejection('Invalid request body', 400);
  response.status(httpStatus).set(headers).end(body);
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const idOf = (request: Request) => textOf(request.params.id);

const statusQuery = ({ query }: Request): StatusQuery => ({
  partnerTxId: textOf(query.partner_tx_id),
  paymentReferenceNumber: textOf(query.payment_reference_number),
  sendCallback: textOf(query.send_callback).toLowerCase() === 'true',
});

function aboutId(twin: Twin, id: string) {
  const link = findRemLink(twin, id);
  return { reference: link?.reference ?? id, linkId: link?.id ?? null };
}

function aboutQuery(twin: Twin, query: StatusQuery) {
  const isOne = Boolean(query.partnerTxId) !== Boolean(query.paymentReferenceNumber);
  const link = isOne ? findByStatusQuery(twin, query) : null;
  return { reference: link?.reference ?? (query.partnerTxId || null), linkId: link?.id ?? null };
}
